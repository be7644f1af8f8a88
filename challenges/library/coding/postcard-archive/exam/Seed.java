import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/** What seed/postgresql/postcards.sql puts into the table, worked out once more. */
final class Seed {
    static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final int CARDS = 50_000;
    private static final List<String> COUNTRIES = List.of(
            "fr", "fr", "fr", "es", "es", "es", "no", "no", "de", "de", "de", "ch",
            "ch", "ch", "pt", "pt", "pt", "gb", "gb", "gb", "it", "it", "it", "se");

    private Seed() {}

    /** The ids of these cards, as the order newest shows them. */
    static List<Long> newestFirst(List<String> countries, LocalDate from, LocalDate to) {
        return LongStream.rangeClosed(1, CARDS)
                .boxed()
                .filter(n -> countries.contains(COUNTRIES.get((int) (n * 7 % 24))))
                .filter(n -> !day(n).isBefore(from) && !day(n).isAfter(to))
                .sorted(Comparator.comparing(Seed::day).reversed().thenComparing(n -> n))
                .toList();
    }

    private static LocalDate day(long n) {
        return FIRST_DAY.plusDays(n * 7919 % 2399 * 11);
    }
}

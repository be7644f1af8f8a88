import dev.assay.exam.Call;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The service, as the archivist and her assistants use it. */
final class Archive {
    /** A search may have to look at 50,000 cards, on a machine that has other things to do. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** More pages than any test has; a walk without an end is a mistake, too. */
    private static final int MOST_PAGES = 60;

    /** Codes from which no card came before. */
    private static final List<String> COUNTRIES = unusedCountries();

    private final Service service;

    Archive(Service service) {
        this.service = service;
    }

    /** A country from which there are no cards. */
    static synchronized String freshCountry() {
        return COUNTRIES.removeLast();
    }

    /** A day in the years that the archive covers. */
    static LocalDate freshDay() {
        return LocalDate.of(1905, 1, 1).plusDays(Fresh.number(0, 20_000));
    }

    static Map<String, Object> card(String country, Object day) {
        return Map.of(
                "place", "Bad " + Fresh.word(),
                "country", country,
                "sentOn", day.toString(),
                "message", "The spoons are " + Fresh.word() + ".");
    }

    static Map<String, Object> card(String country, String place, String message) {
        return Map.of("place", place, "country", country, "sentOn", freshDay().toString(), "message", message);
    }

    /** The card with one field changed. */
    static Map<String, Object> with(Map<String, Object> card, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(card);
        changed.put(field, value);
        return changed;
    }

    Call call(String method, String path) {
        return service.call(method, path).timeout(PATIENCE);
    }

    Reply add(Map<String, ?> card) {
        return call("POST", "/postcards").json(card).send();
    }

    /** Adds a card and returns its id. */
    long added(Map<String, ?> card) {
        return add(card).hasStatus(201).number("id");
    }

    /** Adds so many cards of one day. */
    List<Long> added(int count, String country, LocalDate day) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(added(card(country, day)));
        }
        return ids;
    }

    Reply look(Object id) {
        return call("GET", "/postcards/" + id).send();
    }

    Reply delete(Object id) {
        return call("DELETE", "/postcards/" + id).send();
    }

    /** A page by names and values of parameters, in turn. */
    Reply page(Object... parameters) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < parameters.length; i += 2) {
            query.append(i == 0 ? "?" : "&")
                    .append(parameters[i])
                    .append('=')
                    .append(encoded(parameters[i + 1].toString()));
        }
        return call("GET", "/postcards" + query).send();
    }

    /** The page that a cursor leads to. */
    Reply next(String cursor, Object... parameters) {
        List<Object> all = new ArrayList<>(List.of(parameters));
        all.add("cursor");
        all.add(cursor);
        return page(all.toArray());
    }

    /** The ids on the pages from the first to the last. */
    List<Long> walk(Object... parameters) {
        Reply page = page(parameters).hasStatus(200);
        List<Long> ids = new ArrayList<>(ids(page));
        for (int pages = 1; !isLast(page); pages++) {
            if (pages == MOST_PAGES) {
                throw page.failure("expected an end after far fewer than " + MOST_PAGES + " pages");
            }
            page = next(page.text("next"), parameters).hasStatus(200);
            ids.addAll(ids(page));
        }
        return ids;
    }

    /** Which cards a search finds, in whatever order. */
    List<Long> found(Object... parameters) {
        return ids(page(parameters).hasStatus(200)).stream().sorted().toList();
    }

    static boolean isLast(Reply page) {
        return page.field("next").actual() == null;
    }

    static List<Long> ids(Reply page) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < page.list("items").size(); i++) {
            ids.add(page.number("/items/" + i + "/id"));
        }
        return ids;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** No country of the seed begins with one of these letters. */
    private static List<String> unusedCountries() {
        List<String> codes = "qrtuvwyz".chars()
                .mapToObj(first -> "abcdefghijklmnopqrstuvwxyz".chars().mapToObj(second -> "" + (char) first + (char) second))
                .flatMap(each -> each)
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(codes);
        return codes;
    }
}

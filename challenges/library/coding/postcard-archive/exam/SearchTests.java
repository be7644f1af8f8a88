import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import dev.assay.exam.Weight;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("search")
@Timeout(60)
class SearchTests {
    private final Archive archive;
    private final String country = Archive.freshCountry();

    SearchTests(Service service) {
        this.archive = new Archive(service);
    }

    @Test
    @Visible
    @DisplayName("A search finds the cards that have all words, in any order")
    void findsAllWords() {
        String goose = Fresh.word();
        String soup = Fresh.word();
        long both = card("Siena", "The " + goose + " ate the " + soup + ".");
        long onlyOne = card("Siena", "The " + goose + " is well.");
        card("Siena", "Feed the cat.");

        assertThat(archive.found("q", goose)).as("cards with the word %s", goose).containsExactly(both, onlyOne);
        assertThat(archive.found("q", soup + " " + goose)).as("cards with both words").containsExactly(both);
        archive.page("q", Fresh.word(12)).hasStatus(200).field("total").isEqualTo(0);
    }

    @Test
    @DisplayName("Words may be in the place and in the message, and parts of longer words")
    void findsPartsInPlaceAndMessage() {
        String place = Fresh.word();
        String message = Fresh.word();
        long card = card("Saint-" + place + "-les-Bains", "A pre" + message + "ed lunch.");
        card("Saint-" + place, "Feed the cat.");

        assertThat(archive.found("q", message + "   " + place)).as("cards with a word in each").containsExactly(card);
    }

    @Test
    @Weight(2)
    @DisplayName("Case and accents make no difference, on the card and in the question")
    void ignoresCaseAndAccents() {
        String word = Fresh.word();
        long plain = card("Cadiz", "Cafe " + word + ", creme brulee.");
        long accented = card("CÁDIZ", "CAFÉ " + word.toUpperCase() + ", crème brûlée.");
        long all = card("Oberammergau", "áàâäãåçéèêëíìîïñóòôöõúùûüý" + word);

        for (String question : List.of("cadiz", "Cádiz", "CAFE", "café", "BRÛLÉE", "brulee")) {
            assertThat(archive.found("q", question + " " + word))
                    .as("cards that %s finds", question)
                    .containsExactly(plain, accented);
        }
        assertThat(archive.found("q", "AAAAAACEEEEIIIINOOOOOUUUUY" + word)).as("all accents").containsExactly(all);
        assertThat(archive.found("q", "ÁÀÂÄÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜÝ" + word)).as("all accents").containsExactly(all);
    }

    @Test
    @Weight(2)
    @DisplayName("Percent signs, underscores and backslashes stand for themselves")
    void takesWildcardsForWhatTheyAre() {
        String word = Fresh.word();
        long percent = card("Siena", word + " is 50% off");
        long underscore = card("Siena", word + " is room_7 now");
        long backslash = card("Siena", word + " or C:\\temp");
        card("Siena", word + " is 50 miles off, in room 7, roomx7, C:temp");

        assertThat(archive.found("q", word + " 50%")).as("cards with 50%").containsExactly(percent);
        assertThat(archive.found("q", word + " room_7")).as("cards with room_7").containsExactly(underscore);
        assertThat(archive.found("q", word + " C:\\temp")).as("cards with C:\\temp").containsExactly(backslash);
        assertThat(archive.found("q", word + " \\%")).as("cards with \\%").isEmpty();
    }

    @Test
    @DisplayName("Quotes, semicolons and other signs are searched for as they are")
    void takesSignsForWhatTheyAre() {
        String word = Fresh.word();
        long quote = card("Siena", "It's " + word + "; or 1=1 -- (\"so\" $1 :a ?) & [a|b]*");
        card("Siena", "Its " + word);

        for (String sign : List.of("It's", "'", ";", "--", "\"so\"", "$1", ":a", "?)", "&", "[a|b]*")) {
            assertThat(archive.found("q", word + " " + sign)).as("cards with %s", sign).containsExactly(quote);
        }
    }

    @Test
    @Visible
    @DisplayName("Several countries mean cards from any of them")
    void filtersByCountries() {
        String other = Archive.freshCountry();
        long here = archive.added(Archive.card(country, Archive.freshDay()));
        long there = archive.added(Archive.card(other, Archive.freshDay()));

        assertThat(archive.found("country", country)).as("cards from %s", country).containsExactly(here);
        assertThat(archive.found("country", other + "," + country)).as("cards from both").containsExactly(here, there);
    }

    @Test
    @DisplayName("Both days belong to the span, and a span without days is empty")
    void includesBothDays() {
        LocalDate day = Archive.freshDay();
        List<Long> ids = List.of(
                archive.added(Archive.card(country, day.minusDays(1))),
                archive.added(Archive.card(country, day)),
                archive.added(Archive.card(country, day.plusDays(1))),
                archive.added(Archive.card(country, day.plusDays(2))));

        assertThat(archive.found("country", country, "from", day)).as("cards from a day on").isEqualTo(ids.subList(1, 4));
        assertThat(archive.found("country", country, "to", day)).as("cards up to a day").isEqualTo(ids.subList(0, 2));
        assertThat(archive.found("country", country, "from", day, "to", day.plusDays(1)))
                .as("cards of two days")
                .isEqualTo(ids.subList(1, 3));
        archive.page("country", country, "from", day, "to", day.minusDays(1)).hasStatus(200).field("items").isEqualTo(List.of());
    }

    @Test
    @Weight(2)
    @DisplayName("A card is shown when it fits everything that is asked")
    void combinesEverything() {
        String other = Archive.freshCountry();
        String word = Fresh.word();
        LocalDate day = Archive.freshDay();
        long fits = dated(country, day, word);
        long fitsToo = dated(other, day.plusDays(1), word);
        dated(Archive.freshCountry(), day, word);
        dated(country, day.minusDays(1), word);
        dated(other, day.plusDays(2), word);
        dated(country, day, Fresh.word());
        Object[] question = {
            "q", " " + word + " soup", "country", country + "," + other, "from", day, "to", day.plusDays(1), "limit", 1, "colour", "x"
        };

        assertThat(archive.walk(question)).as("cards that fit everything").containsExactly(fits, fitsToo);
        assertThat(archive.found("q", "  ", "country", other)).as("cards from %s, with blanks for words", other).hasSize(2);
    }

    private long card(String place, String message) {
        return archive.added(Archive.card(country, place, message));
    }

    private long dated(String from, LocalDate day, String word) {
        return archive.added(Archive.with(Archive.card(from, day), "message", "The soup is " + word + "."));
    }
}

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import dev.assay.exam.Weight;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("cursors")
@Timeout(60)
class CursorTests {
    private static final String BASE_64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Service service;
    private final Archive archive;

    CursorTests(Service service) {
        this.service = service;
        this.archive = new Archive(service);
    }

    @Test
    @Visible
    @DisplayName("What is no cursor answers 400")
    void refusesWhatIsNoCursor() {
        String country = Archive.freshCountry();
        archive.added(3, country, Archive.freshDay());

        for (String cursor : List.of(Fresh.word(), "2", "1931-07-04", "MTkzMS0wNy0wNHw3", "eyJkIjoi", "a.b", "~", "A".repeat(400))) {
            archive.next(cursor, "country", country).hasStatus(400);
        }
    }

    @Test
    @DisplayName("A cursor has at most 500 plain characters, however long the question is")
    void isPlainText() {
        String country = Archive.freshCountry();
        String words = "é".repeat(Fresh.number(40, 49)) + " " + "ü".repeat(50);
        for (int i = 0; i < 2; i++) {
            archive.added(Archive.card(country, "Siena", words));
        }

        Reply page = archive.page(
                        "limit", 1, "country", country, "q", words, "from", "1900-01-01", "to", "1999-12-31", "order", "newest")
                .hasStatus(200);

        assertThat(page.text("next")).as("a cursor").matches("[A-Za-z0-9_.~-]{1,500}");
    }

    @Test
    @Weight(2)
    @DisplayName("A cursor in which one character was changed answers 400")
    void refusesAChangedCharacter() {
        String country = Archive.freshCountry();
        archive.added(3, country, Archive.freshDay());
        String cursor = archive.page("country", country, "limit", 2).hasStatus(200).text("next");
        archive.next(cursor, "country", country).hasStatus(200);

        for (int position : changeable(cursor)) {
            archive.next(changed(cursor, position), "country", country).hasStatus(400);
        }
    }

    @Test
    @Weight(2)
    @DisplayName("A cursor that was given for another question answers 400")
    void refusesOtherQuestions() {
        String country = Archive.freshCountry();
        String word = Fresh.word();
        for (int i = 0; i < 3; i++) {
            archive.added(Archive.card(country, word, "Send socks."));
        }
        String from = "1900-01-01";
        String to = "1999-12-31";
        Object[] question = {"country", country, "q", word, "from", from, "to", to};
        String cursor = archive.page("country", country, "q", word, "from", from, "to", to, "limit", 1)
                .hasStatus(200)
                .text("next");

        archive.next(cursor, question).hasStatus(200);
        archive.next(cursor, "country", country, "q", word, "from", from, "to", to, "order", "newest").hasStatus(400);
        archive.next(cursor, "country", Archive.freshCountry(), "q", word, "from", from, "to", to).hasStatus(400);
        archive.next(cursor, "country", country, "q", "socks", "from", from, "to", to).hasStatus(400);
        archive.next(cursor, "country", country, "from", from, "to", to).hasStatus(400);
        archive.next(cursor, "country", country, "q", word, "from", "1901-01-01", "to", to).hasStatus(400);
        archive.next(cursor, "country", country, "q", word, "from", from, "to", "1998-12-31").hasStatus(400);
        archive.next(cursor, "country", country, "q", word, "from", to).hasStatus(400);
    }

    @Test
    @Weight(2)
    @DisplayName("Cards and cursors outlive a restart")
    void outlivesARestart() {
        String country = Archive.freshCountry();
        LocalDate day = Archive.freshDay();
        List<Long> ids = archive.added(5, country, day);
        Object[] question = {"country", country, "limit", 3};
        String cursor = archive.page(question).hasStatus(200).text("next");

        service.restart();

        assertThat(Archive.ids(archive.next(cursor, question).hasStatus(200)))
                .as("cards on the second page, after a restart")
                .isEqualTo(ids.subList(3, 5));
        assertThat(archive.walk(question)).as("cards after a restart").isEqualTo(ids);
    }

    /**
     * Up to 24 places. The last character of a part may carry bits that mean nothing, so a place is between others; and the change
     * is in a bit that means something wherever it is.
     */
    private static List<Integer> changeable(String cursor) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < cursor.length() - 1; i++) {
            if (BASE_64.indexOf(cursor.charAt(i)) >= 0 && BASE_64.indexOf(cursor.charAt(i + 1)) >= 0) {
                positions.add(i);
            }
        }
        assertThat(positions).as("characters of the cursor %s that can be changed", cursor).isNotEmpty();
        Collections.shuffle(positions);
        return positions.subList(0, Math.min(24, positions.size()));
    }

    /** In base 64, the highest of a character's six bits is another; in hexadecimal, too, it is another digit or none. */
    private static String changed(String cursor, int position) {
        int value = BASE_64.indexOf(cursor.charAt(position));
        char other = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".charAt(value ^ 32);
        return cursor.substring(0, position) + other + cursor.substring(position + 1);
    }
}

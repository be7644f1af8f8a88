import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.ThirdParty;
import dev.assay.exam.Uses;
import dev.assay.exam.Visible;
import dev.assay.exam.Weight;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("caching")
@Timeout(60)
class CachingTests {
    /** As many as the service may keep. */
    private static final int KEPT = 50;

    private final Service service;
    private final Archive archive;

    CachingTests(Service service, @Uses("archive") ThirdParty party) {
        this.service = service;
        this.archive = new Archive(service, party);
    }

    @Test
    @Visible
    @DisplayName("Shows a card as the archive has it")
    void showsACard() {
        String id = Archive.freshId();
        String text = Archive.freshText();
        archive.has(Archive.CARDS, id, text);

        Reply reply = archive.get(Archive.CARDS, id).send().hasStatus(200).hasContentType("application/json");

        reply.field("id").isEqualTo(id);
        reply.field("lang").isEqualTo("en");
        Archive.isShown(reply, text, false);
        archive.wasAskedOnce(Archive.CARDS, id);
    }

    @Test
    @Visible
    @DisplayName("Asks the archive once for a card that is wanted three times")
    void keepsACard() {
        String id = Archive.freshId();
        String text = Archive.freshText();
        archive.has(Archive.CARDS, id, text);

        for (int i = 0; i < 3; i++) {
            archive.shows(Archive.CARDS, id, text);
        }

        archive.wasAskedOnce(Archive.CARDS, id);
    }

    @Test
    @DisplayName("Tells what is different apart: collections, upper and lower case, languages")
    void tellsApart() {
        String id = Archive.freshId();
        String lower = id.toLowerCase(java.util.Locale.ROOT);
        String card = Archive.freshText();
        String loan = Archive.freshText();
        String other = Archive.freshText();
        archive.has(Archive.CARDS, id, card);
        archive.has(Archive.LOANS, id, loan);
        archive.has(Archive.CARDS, lower, other);

        archive.shows(Archive.CARDS, id, card);
        archive.shows(Archive.LOANS, id, loan);
        archive.shows(Archive.CARDS, lower, other);
        Reply german = service.get("/cards/" + id + "?lang=de").send().hasStatus(200);
        german.field("lang").isEqualTo("de");
        german.field("text").isEqualTo(card + " (de)");
        archive.shows(Archive.CARDS, id, card);
    }

    @Test
    @DisplayName("Knows what is the same: English is the default, and other parameters do not matter")
    void knowsWhatIsTheSame() {
        String id = Archive.freshId();
        archive.has(Archive.CARDS, id, Archive.freshText());

        for (String query : List.of("", "?lang=en", "?lang=en&from=lobby", "?from=school&lang=en", "?from=school")) {
            service.get("/cards/" + id + query).send().hasStatus(200).field("lang").isEqualTo("en");
        }

        archive.wasAskedOnce(Archive.CARDS, id);
    }

    @Test
    @DisplayName("Remembers that there is no such card")
    void keepsAbsence() {
        String id = Archive.freshId();
        archive.hasNo(Archive.CARDS, id);

        for (int i = 0; i < 3; i++) {
            archive.get(Archive.CARDS, id).send().hasStatus(404).text("error");
        }

        archive.wasAskedOnce(Archive.CARDS, id);
    }

    @Test
    @DisplayName("A loan is fresh for a second, and old after it, however often it is wanted meanwhile")
    void getsOld() {
        Archive.unlessThisMachineIsTooSlow(() -> {
            String fresh = Archive.freshId();
            archive.has(Archive.LOANS, fresh, fresh);
            for (int i = 0; i < 5; i++) {
                archive.shows(Archive.LOANS, fresh, fresh);
            }
            archive.wasAskedOnce(Archive.LOANS, fresh);
        });

        String id = Archive.freshId();
        String later = Archive.freshText();
        archive.has(Archive.LOANS, id, Archive.freshText());
        archive.get(Archive.LOANS, id).send().hasStatus(200);

        archive.has(Archive.LOANS, id, later);

        archive.awaitText(Archive.LOANS, id, later);
    }

    @Test
    @Weight(2)
    @DisplayName("Keeps the answers to 50 questions, and lets go of the one that nobody has wanted for longest")
    void keepsFifty() {
        List<String> ids = Stream.generate(Archive::freshId).limit(KEPT - 1).toList();
        String loan = Archive.freshId();
        ids.forEach(id -> archive.has(Archive.CARDS, id, id));
        archive.has(Archive.LOANS, loan, loan);
        String first = ids.getFirst();
        String second = ids.get(1);
        String last = ids.getLast();

        // 48 cards, one of them in German too, and a loan.
        for (String id : ids.subList(0, KEPT - 2)) {
            archive.shows(Archive.CARDS, id, id);
        }
        service.get("/cards/" + first + "?lang=de").send().hasStatus(200);
        archive.shows(Archive.LOANS, loan, loan);
        archive.shows(Archive.CARDS, first, first);
        assertThat(archive.askedInAll()).as("how often the archive was asked 50 questions").isEqualTo(KEPT);

        archive.shows(Archive.CARDS, last, last);

        for (String id : ids) {
            if (!id.equals(second)) {
                archive.shows(Archive.CARDS, id, id);
            }
        }
        assertThat(archive.askedInAll())
                .as("how often the archive was asked 51 questions, the answers to 50 of which were kept")
                .isEqualTo(KEPT + 1);
        archive.shows(Archive.CARDS, second, second);
        assertThat(archive.asked(Archive.CARDS, second))
                .as("how often the archive was asked for the card that was let go")
                .isEqualTo(2);
    }

    @Test
    @DisplayName("Refuses what cannot be, without asking the archive")
    void refuses() {
        String id = Archive.freshId();
        for (String path : List.of(
                "/cards/" + id + "?lang=fr",
                "/cards/" + "b".repeat(41),
                "/cards/b.17",
                "/cards/b%20" + id)) {
            service.get(path).send().hasStatus(400).text("error");
        }
        service.get("/maps/" + id).send().hasStatus(404).text("error");

        assertThat(archive.askedInAll()).as("how often the archive was asked").isZero();
    }
}

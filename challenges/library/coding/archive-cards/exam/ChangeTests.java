import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Answer;
import dev.assay.exam.Category;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.ThirdParty;
import dev.assay.exam.Uses;
import dev.assay.exam.Visible;
import dev.assay.exam.Weight;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("changes")
@Timeout(60)
class ChangeTests {
    private final Service service;
    private final Archive archive;

    ChangeTests(Service service, @Uses("archive") ThirdParty party) {
        this.service = service;
        this.archive = new Archive(service, party);
    }

    @Test
    @Visible
    @DisplayName("After a notice of change the archive is asked anew, and only for what has changed")
    void asksAnew() {
        String id = Archive.freshId();
        String other = Archive.freshId();
        String text = Archive.freshText();
        archive.has(Archive.CARDS, id, Archive.freshText());
        archive.has(Archive.CARDS, other, other);
        archive.get(Archive.CARDS, id).send().hasStatus(200);
        archive.shows(Archive.CARDS, other, other);
        archive.has(Archive.CARDS, id, text);

        archive.hasChanged(Archive.CARDS, id);

        archive.shows(Archive.CARDS, id, text);
        archive.shows(Archive.CARDS, other, other);
        archive.wasAskedOnce(Archive.CARDS, other);

        archive.hasChanged(Archive.LOANS, id);

        archive.shows(Archive.CARDS, id, text);
        assertThat(archive.asked(Archive.CARDS, id))
                .as("how often the archive was asked for a card, before and after the notice about it")
                .isEqualTo(2);
    }

    @Test
    @DisplayName("A notice of change is about all languages")
    void forgetsAllLanguages() {
        String id = Archive.freshId();
        String text = Archive.freshText();
        archive.has(Archive.CARDS, id, Archive.freshText());
        service.get("/cards/" + id + "?lang=de").send().hasStatus(200);
        archive.get(Archive.CARDS, id).send().hasStatus(200);
        archive.has(Archive.CARDS, id, text);

        archive.hasChanged(Archive.CARDS, id);

        archive.shows(Archive.CARDS, id, text);
        service.get("/cards/" + id + "?lang=de").send().hasStatus(200).field("text").isEqualTo(text + " (de)");
    }

    @Test
    @DisplayName("A card that was not there is found after a notice of change")
    void forgetsAbsence() {
        String id = Archive.freshId();
        String text = Archive.freshText();
        archive.hasNo(Archive.CARDS, id);
        archive.get(Archive.CARDS, id).send().hasStatus(404);
        archive.has(Archive.CARDS, id, text);

        archive.hasChanged(Archive.CARDS, id);

        archive.shows(Archive.CARDS, id, text);
    }

    @Test
    @Weight(2)
    @DisplayName("What the archive was asked before a notice of change is not kept, however late the answer comes")
    void keepsNothingThatIsOutdated() {
        String id = Archive.freshId();
        String text = Archive.freshText();
        String first = Archive.freshText();
        CountDownLatch letGo = archive.keepsBackTheFirst(Archive.CARDS, id, first, text);
        long start = System.nanoTime();
        CompletableFuture<Reply> early =
                archive.begin(() -> archive.get(Archive.CARDS, id).send());
        archive.awaitAsked(Archive.CARDS, id, 1);

        archive.hasChanged(Archive.CARDS, id);
        letGo.countDown();
        Archive.isShownUnlessGivenUp(Archive.end(early), first, start);

        archive.shows(Archive.CARDS, id, text);
    }

    @Test
    @Weight(2)
    @DisplayName("Who comes after a notice of change does not wait for an answer from before it, and keeps the new one")
    void doesNotWaitForWhatIsOutdated() {
        String id = Archive.freshId();
        String text = Archive.freshText();
        String first = Archive.freshText();
        CountDownLatch letGo = archive.keepsBackTheFirst(Archive.CARDS, id, first, text);
        long start = System.nanoTime();
        CompletableFuture<Reply> early =
                archive.begin(() -> archive.get(Archive.CARDS, id).send());
        archive.awaitAsked(Archive.CARDS, id, 1);

        archive.hasChanged(Archive.CARDS, id);
        archive.shows(Archive.CARDS, id, text);
        letGo.countDown();
        Archive.isShownUnlessGivenUp(Archive.end(early), first, start);

        archive.shows(Archive.CARDS, id, text);
        assertThat(archive.asked(Archive.CARDS, id))
                .as("how often the archive was asked, before and after the notice")
                .isEqualTo(2);
    }

    @Test
    @DisplayName("What has changed is not shown any more, not even when the archive fails")
    void forgetsForGood() {
        String id = Archive.freshId();
        archive.has(Archive.LOANS, id, Archive.freshText());
        archive.get(Archive.LOANS, id).send().hasStatus(200);
        archive.hasChanged(Archive.LOANS, id);
        archive.answers(Archive.LOANS, id, Answer.status(500));

        archive.get(Archive.LOANS, id).send().hasStatus(502);
    }

    @Test
    @DisplayName("A notice that makes no sense is refused, and one about what nobody has wanted is not")
    void readsNotices() {
        for (Object notice : List.of(
                Map.of("collection", Archive.CARDS),
                Map.of("id", Archive.freshId()),
                Map.of("collection", "maps", "id", Archive.freshId()),
                Map.of("collection", Archive.CARDS, "id", ""),
                Map.of("collection", Archive.CARDS, "id", 7),
                List.of())) {
            archive.change(notice).send().hasStatus(400).text("error");
        }
        service.post("/changes").body("application/json", "{").send().hasStatus(400).text("error");

        archive.hasChanged(Archive.CARDS, Archive.freshId());
    }
}

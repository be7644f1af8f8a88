import dev.assay.exam.Answer;
import dev.assay.exam.Category;
import dev.assay.exam.Service;
import dev.assay.exam.ThirdParty;
import dev.assay.exam.Uses;
import dev.assay.exam.Visible;
import dev.assay.exam.Waiting;
import dev.assay.exam.Weight;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("failure")
@Timeout(60)
class FailureTests {
    private final Archive archive;

    FailureTests(Service service, @Uses("archive") ThirdParty party) {
        this.archive = new Archive(service, party);
    }

    @Test
    @Visible
    @DisplayName("When the archive fails, the answer is 502, and the next request asks again")
    void keepsNoFailure() {
        String id = Archive.freshId();
        String text = Archive.freshText();
        archive.answers(Archive.CARDS, id, Answer.status(500));
        archive.get(Archive.CARDS, id).send().hasStatus(502).text("error");

        archive.has(Archive.CARDS, id, text);

        archive.shows(Archive.CARDS, id, text);
    }

    @Test
    @DisplayName("Whatever is neither a card nor a 404 is a failure")
    void knowsFailures() {
        for (Answer failure : List.of(
                Answer.status(503),
                Answer.json(418, Map.of("text", "a teapot")),
                Answer.text(200, "<h1>Back at two</h1>"),
                Answer.json(200, Map.of("title", "no text")),
                Answer.json(200, Map.of("text", 7)),
                Answer.json(200, Map.of("text", "half of it is missing")).truncated(),
                Answer.closes())) {
            String id = Archive.freshId();
            archive.answers(Archive.CARDS, id, failure);
            archive.get(Archive.CARDS, id).send().hasStatus(502).text("error");

            archive.has(Archive.CARDS, id, id);
            archive.shows(Archive.CARDS, id, id);
        }
    }

    @Test
    @DisplayName("An archive that takes its time is waited for, and one that does not answer has failed")
    void doesNotWaitForEver() {
        Archive.unlessThisMachineIsTooSlow(() -> {
            String slow = Archive.freshId();
            archive.answers(
                    Archive.CARDS,
                    slow,
                    Answer.json(200, Map.of("text", slow + " (en)")).after(Duration.ofMillis(1500)));
            archive.shows(Archive.CARDS, slow, slow);
        });

        String id = Archive.freshId();
        archive.answers(Archive.CARDS, id, Answer.hangs());

        archive.get(Archive.CARDS, id)
                .timeout(Duration.ofSeconds(8))
                .send()
                .hasStatus(502)
                .text("error");

        archive.has(Archive.CARDS, id, id);
        archive.shows(Archive.CARDS, id, id);
    }

    @Test
    @Weight(2)
    @DisplayName("An old loan is shown while the archive fails, and only so long")
    void showsWhatIsOldWhenItMust() {
        String id = Archive.freshId();
        String old = Archive.freshText();
        String text = Archive.freshText();
        archive.has(Archive.LOANS, id, old);
        archive.shows(Archive.LOANS, id, old);
        Waiting.letPass(Archive.UNTIL_A_LOAN_IS_OLD);

        archive.answers(Archive.LOANS, id, Answer.status(503));
        for (int i = 0; i < 2; i++) {
            Archive.isShown(archive.get(Archive.LOANS, id).send(), old, true);
        }
        archive.has(Archive.LOANS, id, text);
        archive.shows(Archive.LOANS, id, text);
    }

    @Test
    @DisplayName("When the archive says that a loan is gone, it is gone for good")
    void believesThatSomethingIsGone() {
        String id = Archive.freshId();
        archive.has(Archive.LOANS, id, id);
        archive.shows(Archive.LOANS, id, id);
        Waiting.letPass(Archive.UNTIL_A_LOAN_IS_OLD);

        archive.hasNo(Archive.LOANS, id);

        archive.get(Archive.LOANS, id).send().hasStatus(404);
        Waiting.letPass(Archive.UNTIL_A_LOAN_IS_OLD);

        archive.answers(Archive.LOANS, id, Answer.status(503));

        archive.get(Archive.LOANS, id).send().hasStatus(502);
    }
}

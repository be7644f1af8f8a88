import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Answer;
import dev.assay.exam.Category;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.ThirdParty;
import dev.assay.exam.Uses;
import dev.assay.exam.Visible;
import dev.assay.exam.Weight;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("stampede")
@Timeout(60)
class StampedeTests {
    private static final int READERS = 12;

    private final Service service;
    private final Archive archive;

    StampedeTests(Service service, @Uses("archive") ThirdParty party) {
        this.service = service;
        this.archive = new Archive(service, party);
    }

    @Test
    @Visible
    @Weight(2)
    @DisplayName("Twelve readers who want the same card at the same time are one question to the archive")
    void asksOnceForAll() {
        for (int round = 0; round < 3; round++) {
            String id = Archive.freshId();
            String text = Archive.freshText();
            archive.answers(
                    Archive.CARDS,
                    id,
                    Answer.json(200, Map.of("text", text + " (en)")).after(Duration.ofMillis(150)));

            List<Reply> replies = service.concurrently(
                    READERS, _ -> archive.get(Archive.CARDS, id).send());

            replies.forEach(reply -> Archive.isShown(reply, text, false));
            archive.wasAskedOnce(Archive.CARDS, id);
        }
    }

    @Test
    @DisplayName("Twelve readers who want the same card at the same time hear of one failure")
    void sharesAFailure() {
        String id = Archive.freshId();
        archive.answers(Archive.CARDS, id, Answer.status(500).after(Duration.ofMillis(150)));

        List<Reply> replies = service.concurrently(
                READERS, _ -> archive.get(Archive.CARDS, id).send());

        replies.forEach(reply -> reply.hasStatus(502));
        // Who comes only after the failure asks anew, so that on a slow machine there may be two or three questions.
        assertThat(archive.asked(Archive.CARDS, id))
                .as("how often the archive was asked for a card that twelve readers wanted at the same time")
                .isLessThan(READERS);
    }

    @Test
    @Weight(2)
    @DisplayName("While the archive looks for one card, all others are to be had")
    void holdsUpNobodyElse() {
        Archive.unlessThisMachineIsTooSlow(() -> {
            String kept = Archive.freshId();
            String other = Archive.freshId();
            String slow = Archive.freshId();
            archive.has(Archive.CARDS, kept, kept);
            archive.has(Archive.CARDS, other, other);
            archive.shows(Archive.CARDS, kept, kept);
            CountDownLatch letGo = archive.keepsBackTheFirst(Archive.CARDS, slow, slow, slow);

            List<CompletableFuture<Reply>> waiting = Stream.generate(
                            () -> archive.begin(() -> archive.get(Archive.CARDS, slow).send()))
                    .limit(READERS)
                    .toList();
            archive.awaitAsked(Archive.CARDS, slow, 1);
            archive.shows(Archive.CARDS, kept, kept);
            archive.shows(Archive.CARDS, other, other);
            Archive.areStillWaiting(waiting, "Two other cards were shown only when the archive had been given up");
            letGo.countDown();

            waiting.forEach(reply -> Archive.isShown(Archive.end(reply), slow, false));
            archive.wasAskedOnce(Archive.CARDS, slow);
        });
    }

    @Test
    @DisplayName("Twelve different cards are looked for at the same time, and one more is to be had")
    void asksForSeveralAtOnce() {
        Archive.unlessThisMachineIsTooSlow(() -> {
            List<String> ids = Stream.generate(Archive::freshId).limit(READERS).toList();
            String other = Archive.freshId();
            archive.has(Archive.CARDS, other, other);
            List<CountDownLatch> latches = ids.stream()
                    .map(id -> archive.keepsBackTheFirst(Archive.CARDS, id, id, id))
                    .toList();

            List<CompletableFuture<Reply>> waiting = ids.stream()
                    .map(id -> archive.begin(() -> archive.get(Archive.CARDS, id).send()))
                    .toList();
            ids.forEach(id -> archive.awaitAsked(Archive.CARDS, id, 1));
            archive.shows(Archive.CARDS, other, other);
            Archive.areStillWaiting(
                    waiting, "The archive was asked for the last of 13 cards only when it had been given up for the first");
            latches.forEach(CountDownLatch::countDown);

            IntStream.range(0, ids.size())
                    .forEach(i -> Archive.isShown(Archive.end(waiting.get(i)), ids.get(i), false));
            ids.forEach(id -> archive.wasAskedOnce(Archive.CARDS, id));
        });
    }
}

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Answer;
import dev.assay.exam.Call;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Request;
import dev.assay.exam.Service;
import dev.assay.exam.ThirdParty;
import dev.assay.exam.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The archive, which the exam plays, and the reading room before it, which is the service. */
final class Archive {
    static final String CARDS = "cards";
    static final String LOANS = "loans";

    /** Longer than a loan is fresh. */
    static final Duration UNTIL_A_LOAN_IS_OLD = Duration.ofMillis(1100);

    /** A little less than a service waits for the archive. */
    private static final Duration UNTIL_IT_MAY_BE_GIVEN_UP = Duration.ofMillis(2900);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Service service;
    private final ThirdParty archive;

    Archive(Service service, ThirdParty archive) {
        this.service = service;
        this.archive = archive;
    }

    static String freshId() {
        return "B-" + Fresh.word();
    }

    static String freshText() {
        return "Map of " + Fresh.word() + ", 1884";
    }

    /** Has this text from now on, with the language at its end. */
    void has(String collection, String id, String text) {
        archive.on("GET", path(collection, id), request -> found(request, text));
    }

    void hasNo(String collection, String id) {
        archive.on("GET", path(collection, id), Answer.json(404, Map.of("error", "No such thing.")));
    }

    void answers(String collection, String id, Answer answer) {
        archive.on("GET", path(collection, id), answer);
    }

    /** Keeps the answer to the first request back, until it is let go; all others are answered at once with the other text. */
    CountDownLatch keepsBackTheFirst(String collection, String id, String first, String others) {
        CountDownLatch letGo = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        archive.on("GET", path(collection, id), request -> {
            if (calls.getAndIncrement() > 0) {
                return found(request, others);
            }
            await(letGo);
            return found(request, first);
        });
        return letGo;
    }

    /** How often it was asked for this, in this test. */
    int asked(String collection, String id) {
        return archive.requests("GET", path(collection, id)).size();
    }

    int askedInAll() {
        return archive.requests().size();
    }

    void awaitAsked(String collection, String id, int times) {
        archive.awaitRequests("GET", path(collection, id), times, Duration.ofSeconds(5));
    }

    void wasAskedOnce(String collection, String id) {
        assertThat(asked(collection, id)).as("how often the archive was asked for %s", path(collection, id)).isEqualTo(1);
    }

    Call get(String collection, String id) {
        return service.get(path(collection, id));
    }

    /** A request that is under way while the test goes on. */
    CompletableFuture<Reply> begin(Supplier<Reply> request) {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                reply.complete(request.get());
            } catch (Throwable e) {
                reply.completeExceptionally(e);
            }
        });
        return reply;
    }

    static Reply end(CompletableFuture<Reply> reply) {
        try {
            return reply.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof AssertionError failed ? failed : new AssertionError(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("A request was not answered within " + PATIENCE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted, because the test took too long", e);
        }
    }

    /**
     * A service gives the archive up after three seconds. On a machine that is so slow that this happens while a test keeps an
     * answer back, the test says nothing, and is tried again.
     */
    static void unlessThisMachineIsTooSlow(Runnable scene) {
        for (int attempt = 1; ; attempt++) {
            try {
                scene.run();
                return;
            } catch (AssertionError failed) {
                if (attempt == 3) {
                    throw failed;
                }
            }
        }
    }

    static void areStillWaiting(List<CompletableFuture<Reply>> requests, String otherwise) {
        if (requests.stream().anyMatch(CompletableFuture::isDone)) {
            throw new AssertionError(otherwise);
        }
    }

    void shows(String collection, String id, String text) {
        isShown(get(collection, id).send(), text, false);
    }

    static void isShown(Reply reply, String text, boolean stale) {
        reply.hasStatus(200).field("text").isEqualTo(text + " (en)");
        reply.field("stale").isEqualTo(stale);
    }

    /** On a machine so slow that the service may have given the archive up since the start, a failure is right too. */
    static void isShownUnlessGivenUp(Reply reply, String text, long start) {
        if (System.nanoTime() - start < UNTIL_IT_MAY_BE_GIVEN_UP.toNanos()) {
            isShown(reply, text, false);
        } else {
            reply.hasStatusIn(200, 502);
        }
    }

    /** Asks without a pause worth the name until it shows this text. */
    void awaitText(String collection, String id, String text) {
        String shown = text + " (en)";
        Reply last = Waiting.until(
                PATIENCE,
                () -> get(collection, id).send().hasStatus(200),
                reply -> reply.text("text").equals(shown));
        if (!last.text("text").equals(shown)) {
            throw last.failure("waited " + PATIENCE.toSeconds() + " s for the text " + text);
        }
    }

    Call change(Object notice) {
        return service.post("/changes").json(notice);
    }

    void hasChanged(String collection, String id) {
        change(Map.of("collection", collection, "id", id)).send().hasStatus(204);
    }

    private static Answer found(Request request, String text) {
        String language = request.parameter("lang").orElse("none");
        return Answer.json(
                200, Map.of("lang", language, "text", text + " (" + language + ")"));
    }

    private static String path(String collection, String id) {
        return "/" + collection + "/" + id;
    }

    /** Not for ever: a test that fails before it lets go must not hold up the next one. */
    private static void await(CountDownLatch letGo) {
        try {
            letGo.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

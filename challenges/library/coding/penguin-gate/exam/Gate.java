import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Call;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The gate as the tests speak to it. */
final class Gate {
    static final String PICTURES = "pictures";
    static final int PICTURES_LIMIT = 20;
    static final int PICTURES_ALONE = 5;
    static final int PICTURES_MOST = 5;
    static final String FEEDING = "feeding";
    static final String LIVE = "live";
    static final int HOUR = 3600;

    /** The statement says five seconds; a machine with much to do gets more. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How often a scene is played. */
    private static final int ATTEMPTS = 4;

    private final Service service;

    /** An answer that was not counted in Redis, since the scene began. */
    private final AtomicReference<Reply> alone = new AtomicReference<>();

    Gate(Service service) {
        this.service = service;
    }

    static String freshClient() {
        return "c-" + Fresh.word();
    }

    Reply ask(String rule, String client) {
        return ask(rule, Map.of("client", client));
    }

    Reply ask(String rule, String client, int cost) {
        return ask(rule, Map.of("client", client, "cost", cost));
    }

    /** Asks, and keeps in mind what was not counted in Redis. */
    Reply ask(String rule, Object body) {
        Reply reply = call(rule, body).send();
        if ((reply.status() == 200 || reply.status() == 429) && !countedTogether(reply)) {
            alone.set(reply);
        }
        return reply;
    }

    /** A question that is not asked yet. */
    Call call(String rule, Object body) {
        return service.post("/gate/" + rule).json(body);
    }

    /** Has these costs admitted, one after the other. */
    void use(String rule, String client, int... costs) {
        for (int cost : costs) {
            ask(rule, client, cost).hasStatus(200);
        }
    }

    /** Waits until the gate counts in Redis; a service that has just started need not do so at once. */
    void awaitTogether() {
        await(
                "the gate to count together, with Redis there",
                () -> call(PICTURES, Map.of("client", freshClient())).send(),
                Gate::countedTogether);
    }

    /** Asks until the gate admits, and checks each answer until then. */
    Reply awaitAdmission(String rule, String client) {
        return await(
                client + " to be admitted to " + rule + " when the window is over",
                () -> ask(rule, client).hasStatusIn(200, 429),
                reply -> reply.status() == 200);
    }

    /** Asks until the gate turns away: on a slow machine a short window may end between two requests. */
    Reply awaitRefusal(String rule, String client) {
        Reply reply = ask(rule, client).hasStatus(200);
        for (int i = 0; i < 40 && reply.status() == 200; i++) {
            reply = ask(rule, client).hasStatusIn(200, 429);
        }
        return reply.hasStatus(429);
    }

    /**
     * Plays a scene in which all is counted in Redis. A gate goes on alone when it had no answer for a second, and on a
     * machine with much to do that may happen at any time: then the scene is played again, whatever came of it.
     *
     * @param scene with a client that is fresh each time
     * @return the client with whom it was played to its end
     */
    String together(Consumer<String> scene) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            awaitTogether();
            String client = freshClient();
            alone.set(null);
            try {
                scene.accept(client);
            } catch (AssertionError failure) {
                if (alone.get() == null) {
                    throw failure;
                }
            }
            if (alone.get() == null) {
                return client;
            }
        }
        throw alone.get().failure("expected \"counted\": \"together\", with Redis there");
    }

    static boolean countedTogether(Reply reply) {
        return reply.hasStatusIn(200, 429).text("counted").equals("together");
    }

    static long admitted(List<Reply> replies) {
        return replies.stream()
                .filter(reply -> reply.hasStatusIn(200, 429).status() == 200)
                .count();
    }

    static void isCounted(Reply reply, String how) {
        reply.field("counted").isEqualTo(how);
    }

    static void isLeft(Reply reply, int remaining) {
        reply.header("RateLimit-Remaining").isEqualTo(String.valueOf(remaining));
    }

    /** Seconds as a header tells them. */
    static int seconds(Reply reply, String header) {
        String value = reply.headerValue(header).orElse("none");
        assertThat(value).as("%s, header %s", reply, header).matches("[0-9]{1,6}");
        return Integer.parseInt(value);
    }

    private static Reply await(
            String what, Supplier<Reply> call, Predicate<Reply> holds) {
        Reply last = Waiting.until(PATIENCE, call, holds);
        if (!holds.test(last)) {
            throw last.failure(
                    "waited " + PATIENCE.toSeconds() + " s for " + what + ", but the status was " + last.status());
        }
        return last;
    }
}

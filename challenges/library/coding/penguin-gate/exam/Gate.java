import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Call;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

    private static final Duration PAUSE = Duration.ofMillis(25);

    private final Service service;

    Gate(Service service) {
        this.service = service;
    }

    static String freshClient() {
        return "c-" + Fresh.word();
    }

    Call ask(String rule, String client) {
        return ask(rule, Map.of("client", client));
    }

    Call ask(String rule, String client, int cost) {
        return ask(rule, Map.of("client", client, "cost", cost));
    }

    Call ask(String rule, Object body) {
        return service.post("/gate/" + rule).json(body);
    }

    /** Has these costs admitted, one after the other. */
    void use(String rule, String client, int... costs) {
        for (int cost : costs) {
            ask(rule, client, cost).send().hasStatus(200);
        }
    }

    /** Waits until the gate counts in Redis; a service that has just started need not do so at once. */
    void awaitTogether() {
        await(
                "the gate to count together, with Redis there",
                () -> ask(PICTURES, freshClient()).send(),
                Gate::countedTogether);
    }

    /** Asks until the gate admits, and checks each answer until then. */
    Reply awaitAdmission(String rule, String client) {
        return await(
                client + " to be admitted to " + rule + " when the window is over",
                () -> ask(rule, client).send().hasStatusIn(200, 429),
                reply -> reply.status() == 200);
    }

    /** Asks until the gate turns away: on a slow machine a short window may end between two requests. */
    Reply awaitRefusal(String rule, String client) {
        Reply reply = ask(rule, client).send().hasStatus(200);
        for (int i = 0; i < 40 && reply.status() == 200; i++) {
            reply = ask(rule, client).send().hasStatusIn(200, 429);
        }
        return reply.hasStatus(429);
    }

    /**
     * Calls at the same time, all counted in Redis. Where the gate took a breath of this machine for the end of Redis, it is tried
     * again; the supplier makes values of its own each time.
     */
    List<Reply> together(Supplier<List<Reply>> calls) {
        List<Reply> replies = List.of();
        for (int attempt = 0; attempt < 4; attempt++) {
            awaitTogether();
            replies = calls.get();
            if (replies.stream().allMatch(Gate::countedTogether)) {
                return replies;
            }
        }
        throw replies.stream()
                .filter(reply -> !countedTogether(reply))
                .findFirst()
                .orElseThrow()
                .failure("expected \"counted\": \"together\", with Redis there");
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
        long end = System.nanoTime() + PATIENCE.toNanos();
        Reply reply = call.get();
        while (!holds.test(reply)) {
            if (System.nanoTime() > end) {
                throw reply.failure("waited " + PATIENCE.toSeconds() + " s for " + what + ", but the status was "
                        + reply.status());
            }
            sleep(PAUSE);
            reply = call.get();
        }
        return reply;
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted, because the test took too long", e);
        }
    }
}

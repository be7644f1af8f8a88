import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Dependency;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Uses;
import dev.assay.exam.Visible;
import dev.assay.exam.Waiting;
import dev.assay.exam.Weight;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("survival")
@Timeout(120)
class SurvivalTests {
    private static final int CALLERS = 16;

    private final Service service;
    private final League league;
    private final String team = League.freshTeam();
    private final String report = "r-" + Fresh.word();

    SurvivalTests(Service service) {
        this.service = service;
        this.league = new League(service);
    }

    @Test
    @Visible
    @DisplayName("Every key in Redis expires")
    void everyKeyExpires() {
        league.report(report, team, 5).hasStatus(201);

        Map<String, Instant> keys = Keys.all();

        assertThat(keys).as("keys in Redis after a report").isNotEmpty();
        assertThat(keys).as("keys in Redis, with their expiry").doesNotContainValue(Instant.MAX);
    }

    @Test
    @Weight(2)
    @DisplayName("What belongs to a night expires at the end of the seventh day after it")
    void expiresWithItsNight() {
        for (int daysAgo : List.of(0, 3, 6)) {
            League night = league.on(League.today().minusDays(daysAgo));
            Map<String, Instant> before = Keys.all();

            night.report(report, team, 5).hasStatus(201);
            night.points(League.freshTeam(), 7);
            night.report(report, team, 5).hasStatus(200);
            night.standing(team).hasStatus(200);
            Map<String, Instant> added = Keys.all();
            before.keySet().forEach(added::remove);

            Instant end = night.night().plusDays(8).atStartOfDay(ZoneOffset.UTC).toInstant();
            assertThat(added.values())
                    .as("expiry of the keys of the night %s, which ends %s: %s", night.night(), end, added.keySet())
                    .isNotEmpty()
                    .allSatisfy(expiry -> assertThat(expiry).isBetween(end, end.plus(1, ChronoUnit.HOURS)));
        }
    }

    @Test
    @Visible
    @DisplayName("While Redis is away requests are answered 503, and afterwards everything is as before")
    void waitsForRedis(@Uses("redis") Dependency redis) {
        league.points(team, 7);

        redis.stop();
        league.ranking().hasStatus(503);
        league.standing(team).hasStatus(503);
        league.report(report, team, 5).hasStatus(503).field("error").asString().isNotBlank();
        redis.start();

        // Each of several connections may have to find out for itself, one that is only for writing too.
        afterTheOutage(() -> service.concurrently(CALLERS, _ -> league.ranking()));
        afterTheOutage(() -> List.of(league.report(report, team, 5))).getFirst().field("total").isEqualTo(12);
        afterTheOutage(() -> List.of(league.standing(team))).getFirst().field("points").isEqualTo(12);
    }

    @Test
    @Weight(2)
    @DisplayName("Nothing is forgotten in a restart")
    void forgetsNothing() {
        String suffix = Fresh.word();
        String first = "m" + suffix;
        String second = "a" + suffix;
        String third = "z" + suffix;
        league.points(third, 5);
        league.points(first, 6);
        league.points(second, 6);
        league.report(report, third, 1).hasStatus(201);

        service.restart();

        league.ranking().hasStatus(200).field("ranking").isEqualTo(League.table(1, first, 6, second, 6, third, 6));
        league.report(report, third, 1).hasStatus(200).field("total").isEqualTo(6);
        league.points(second, 1).field("total").isEqualTo(7);
        league.points(first, 1).field("total").isEqualTo(7);
        league.ranking().hasStatus(200).field("ranking").isEqualTo(League.table(1, second, 7, first, 7, third, 6));
    }

    @Test
    @Weight(2)
    @DisplayName("After a crash, reports that are sent again have counted once each")
    void survivesACrash() {
        int counted = 0;
        for (int round = 0; round < 3; round++) {
            String prefix = "r-" + Fresh.word() + "-";
            SortedMap<Integer, Reply> answered =
                    service.burst(CALLERS, i -> league.call(prefix + i, team, 2), service::crash);
            service.start();
            assertThat(answered).as("reports that were answered before the crash").isNotEmpty();
            // Besides those that were answered, each caller may have had one under way.
            int sent = answered.lastKey() + 1 + CALLERS;
            sendAgain(prefix, sent, answered);
            counted += sent;
        }

        assertThat(league.total(team))
                .as("points after %d reports of 2 points, with three crashes in their midst", counted)
                .isEqualTo(2L * counted);
    }

    private void sendAgain(String prefix, int sent, SortedMap<Integer, Reply> answered) {
        for (int from = 0; from < sent; from += CALLERS) {
            int first = from;
            List<Reply> again = service.concurrently(
                    Math.min(CALLERS, sent - first), i -> league.report(prefix + (first + i), team, 2));
            for (int i = 0; i < again.size(); i++) {
                Reply before = answered.get(first + i);
                if (before != null && before.status() == 201) {
                    again.get(i).hasStatus(200).field("total").isEqualTo(before.field("total").actual());
                } else {
                    again.get(i).hasStatusIn(200, 201);
                }
            }
        }
    }

    /** The answers of the first time that all of them are good. A service has 10 seconds for that, and as many for a busy machine. */
    private static List<Reply> afterTheOutage(Supplier<List<Reply>> calls) {
        try {
            return Waiting.untilPassed(Duration.ofSeconds(20), () -> {
                List<Reply> replies = calls.get();
                replies.forEach(reply -> reply.hasStatusIn(200, 201));
                return replies;
            });
        } catch (AssertionError stillNot) {
            throw new AssertionError("more than 10 seconds after Redis is back: " + stillNot.getMessage(), stillNot);
        }
    }
}

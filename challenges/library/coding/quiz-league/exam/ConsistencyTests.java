import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import dev.assay.exam.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("consistency")
@Timeout(60)
class ConsistencyTests {
    private static final int CALLERS = 24;

    private final Service service;
    private final League league;
    private final String team = League.freshTeam();
    private final String report = "r-" + Fresh.word();

    ConsistencyTests(Service service) {
        this.service = service;
        this.league = new League(service);
    }

    @Test
    @Visible
    @DisplayName("A report that comes again counts once and gets the same answer")
    void countsAReportOnce() {
        Reply first = league.report(report, team, 5).hasStatus(201);

        Reply second = league.report(report, team, 5).hasStatus(200);

        second.field("").isEqualTo(first.field("").actual());
        assertThat(league.total(team)).as("points after a report that came twice").isEqualTo(5);
    }

    @Test
    @DisplayName("A report that comes again later gets the answer of the first time, and moves nothing")
    void repeatsTheFirstAnswer() {
        String rival = "A rival, " + Fresh.word();
        league.points(team, 2);
        league.report(report, team, 5).hasStatus(201);
        league.points(team, 1);
        league.points(rival, 8);

        Reply again = league.report(report, team, 5).hasStatus(200);

        again.field("").isEqualTo(Map.of("report", report, "team", team, "points", 5, "total", 7));
        league.ranking().hasStatus(200).field("ranking").isEqualTo(League.table(1, team, 8, rival, 8));
    }

    @Test
    @DisplayName("A counted report with another team or other points answers 409 and changes nothing")
    void refusesAnotherReportOfThatName() {
        String other = League.freshTeam();
        league.report(report, team, 5).hasStatus(201);

        league.report(report, team, 6).hasStatus(409);
        league.report(report, other, 5).hasStatus(409).field("error").asString().isNotBlank();

        league.ranking().hasStatus(200).field("ranking").isEqualTo(League.table(1, team, 5));
        league.report(report, team, 5).hasStatus(200);
    }

    @Test
    @Weight(2)
    @DisplayName("Of reports that come at the same time none is lost")
    void losesNoPoints() {
        int rounds = 5;
        List<Long> totals = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            List<Reply> replies =
                    service.concurrently(CALLERS, _ -> league.report("r-" + Fresh.word(), team, 3));
            replies.forEach(reply -> totals.add(reply.hasStatus(201).number("total")));
        }

        assertThat(totals)
                .as("totals that %d reports of 3 points were answered with", rounds * CALLERS)
                .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, rounds * CALLERS)
                        .mapToObj(n -> 3 * n)
                        .toList());
        assertThat(league.total(team)).as("points in the end").isEqualTo(3L * rounds * CALLERS);
    }

    @Test
    @Weight(2)
    @DisplayName("The same report, many times at once, counts once")
    void countsOnceAtTheSameTime() {
        for (int round = 1; round <= 5; round++) {
            String same = report + "-" + round;
            List<Reply> replies = service.concurrently(CALLERS, _ -> league.report(same, team, 4));

            replies.forEach(reply -> reply.hasStatusIn(200, 201).field("total").isEqualTo(replies.getFirst().field("total").actual()));
            assertThat(replies.stream().filter(reply -> reply.status() == 201))
                    .as("answers 201 among %d to the same report", CALLERS)
                    .hasSize(1);
            assertThat(league.total(team)).as("points after %d reports of 4 points", round).isEqualTo(4L * round);
        }
    }

    @Test
    @DisplayName("A standing shows one moment while points are reported")
    void showsOneMoment() {
        league.points(team, 1);
        for (int round = 0; round < 8; round++) {
            List<Reply> replies = service.concurrently(CALLERS, i -> i % 2 == 0
                    ? league.standing(team, 2)
                    : league.points(League.freshTeam(), Fresh.number(2, 50)));

            for (int i = 0; i < CALLERS; i += 2) {
                showsItself(replies.get(i).hasStatus(200));
            }
        }
    }

    private void showsItself(Reply standing) {
        Object itself = Map.of("rank", (int) standing.number("rank"), "team", team, "points", (int) standing.number("points"));
        if (!standing.list("around").contains(itself)) {
            throw standing.failure("expected around to show the team with the same rank and points");
        }
    }
}

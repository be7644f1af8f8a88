import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import dev.assay.exam.Weight;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("ranking")
@Timeout(60)
class RankingTests {
    private final League league;

    RankingTests(Service service) {
        this.league = new League(service);
    }

    @Test
    @Visible
    @DisplayName("A report is answered with the team's total")
    void answersWithTheTotal() {
        String team = League.freshTeam();
        String report = "r-" + Fresh.word();
        league.points(team, 7);

        Reply reply = league.report(report, team, 5).hasStatus(201).hasContentType("application/json");

        reply.field("").isEqualTo(Map.of("report", report, "team", team, "points", 5, "total", 12));
        league.points(team, -10).field("total").isEqualTo(2);
    }

    @Test
    @Visible
    @DisplayName("Teams with more points come first")
    void ranksByPoints() {
        String good = League.freshTeam();
        String better = League.freshTeam();
        String best = League.freshTeam();
        league.points(better, 9);
        league.points(good, 5);
        league.points(best, 50);
        league.points(best, 50);

        Reply ranking = league.ranking().hasStatus(200).hasContentType("application/json");

        ranking.field("ranking").isEqualTo(League.table(1, best, 100, better, 9, good, 5));
        ranking.field("teams").isEqualTo(3);
    }

    @Test
    @Visible
    @DisplayName("Of teams with the same points, the first to have them comes first")
    void ranksByWhoWasFirst() {
        String suffix = Fresh.word();
        for (String team : List.of("m", "a", "z", "k")) {
            league.points(team + suffix, 5);
        }

        league.ranking()
                .hasStatus(200)
                .field("ranking")
                .isEqualTo(League.table(1, "m" + suffix, 5, "a" + suffix, 5, "z" + suffix, 5, "k" + suffix, 5));
    }

    @Test
    @Weight(2)
    @DisplayName("The last counted report decides a tie, also one that takes points back or comes back to an old total")
    void ranksByWhoHasHadItForLonger() {
        String suffix = Fresh.word();
        // The order of the names is no help.
        String a = "a" + suffix;
        String b = "k" + suffix;
        String c = "z" + suffix;
        String d = "m" + suffix;
        league.points(a, 10);
        league.points(b, 15);
        league.points(c, 20);
        league.points(d, 15);

        league.points(a, 5);
        league.points(c, -5);
        league.points(b, 3);
        league.points(b, -3);

        league.ranking().hasStatus(200).field("ranking").isEqualTo(League.table(1, d, 15, a, 15, c, 15, b, 15));
    }

    @Test
    @DisplayName("Teams that get the same points one right after the other come in that order")
    void ranksInTheOrderOfReports() {
        List<Map<String, Object>> table = new ArrayList<>();
        for (int rank = 1; rank <= 40; rank++) {
            String team = League.freshTeam();
            league.points(team, 5);
            table.addAll(League.table(rank, team, 5));
        }

        league.ranking(100).hasStatus(200).field("ranking").isEqualTo(table);
    }

    @Test
    @DisplayName("Teams below zero are in the table too, with their ties")
    void ranksBelowZero() {
        String suffix = Fresh.word();
        String zero = League.freshTeam();
        String low = League.freshTeam();
        league.points(low, -50);
        league.points(low, -50);
        for (String team : List.of("m", "a", "z")) {
            league.points(team + suffix, -1);
        }
        league.points(zero, 8);
        league.points(zero, -8);

        league.ranking()
                .hasStatus(200)
                .field("ranking")
                .isEqualTo(League.table(1, zero, 0, "m" + suffix, -1, "a" + suffix, -1, "z" + suffix, -1, low, -100));
        league.points(low, 1).field("total").isEqualTo(-99);
    }

    @Test
    @Visible
    @DisplayName("A standing shows a team among its neighbours")
    void showsNeighbours() {
        String[] teams = fiveTeams();

        Reply standing = league.standing(teams[2], 1).hasStatus(200).hasContentType("application/json");

        standing.field("rank").isEqualTo(3);
        standing.field("team").isEqualTo(teams[2]);
        standing.field("points").isEqualTo(30);
        standing.field("around").isEqualTo(League.table(2, teams[1], 40, teams[2], 30, teams[3], 20));
    }

    @Test
    @Weight(2)
    @DisplayName("The neighbours end where the table ends")
    void endsWhereTheTableEnds() {
        String[] teams = fiveTeams();

        around(league.standing(teams[0]), 1, teams[0], 50, teams[1], 40, teams[2], 30);
        around(league.standing(teams[1], 3), 1, teams[0], 50, teams[1], 40, teams[2], 30, teams[3], 20, teams[4], 10);
        around(league.standing(teams[4], 1), 4, teams[3], 20, teams[4], 10);
        around(league.standing(teams[3], 0), 4, teams[3], 20);
        around(league.standing(teams[4], 25), 1, teams[0], 50, teams[1], 40, teams[2], 30, teams[3], 20, teams[4], 10);
    }

    @Test
    @DisplayName("A ranking has as many teams as it is asked for, or 10")
    void limitsTheRanking() {
        for (int i = 0; i < 12; i++) {
            league.points(League.freshTeam(), 1 + i);
        }

        assertThat(league.ranking().hasStatus(200).list("ranking")).as("teams without a limit").hasSize(10);
        assertThat(league.ranking(3).hasStatus(200).list("ranking")).as("teams with limit=3").hasSize(3);
        Reply all = league.ranking(100).hasStatus(200);
        assertThat(all.list("ranking")).as("teams with limit=100").hasSize(12);
        all.field("teams").isEqualTo(12);
        league.ranking(1).hasStatus(200).field("teams").isEqualTo(12);
    }

    @Test
    @DisplayName("Nights and leagues have tables and reports of their own")
    void keepsNightsApart(Service service) {
        League yesterday = league.on(league.night().minusDays(1));
        League elsewhere = new League(service);
        String team = League.freshTeam();
        String report = "r-" + Fresh.word();

        league.report(report, team, 3).hasStatus(201);
        yesterday.report(report, team, 4).hasStatus(201);
        elsewhere.report(report, team, 5).hasStatus(201);

        assertThat(List.of(league.total(team), yesterday.total(team), elsewhere.total(team)))
                .as("points on a night, the night before, and in another league")
                .containsExactly(3L, 4L, 5L);
    }

    @Test
    @DisplayName("The name of a team is text of any kind")
    void takesNamesAsTheyAre() {
        String word = Fresh.word();
        List<String> names = List.of(
                "10:4 " + word,
                word,
                word.toUpperCase(),
                " " + word,
                "Les Quizérables & Söhne/" + word,
                "☂️🦦 \"" + word + "\" + 1|2,3 {%}",
                "é".repeat(40));
        for (int i = 0; i < names.size(); i++) {
            league.points(names.get(i), 40 - i).field("team").isEqualTo(names.get(i));
        }

        for (int i = 0; i < names.size(); i++) {
            around(league.standing(names.get(i), 0), i + 1, names.get(i), 40 - i);
        }
        league.ranking().hasStatus(200).field("teams").isEqualTo(names.size());
    }

    @Test
    @Visible
    @DisplayName("Who has no report on a night is not in its table")
    void knowsWhoHasPlayed() {
        Reply ranking = league.ranking().hasStatus(200);

        ranking.field("ranking").isEqualTo(List.of());
        ranking.field("teams").isEqualTo(0);
        league.on(LocalDate.of(2020, 2, 29)).ranking().hasStatus(200).field("teams").isEqualTo(0);
        league.standing(League.freshTeam()).hasStatus(404).field("error").asString().isNotBlank();
    }

    private static void around(Reply standing, int rank, Object... teamsAndPoints) {
        standing.hasStatus(200).field("around").isEqualTo(League.table(rank, teamsAndPoints));
    }

    /** With 50, 40, 30, 20 and 10 points. */
    private String[] fiveTeams() {
        String[] teams = new String[5];
        for (int i = 4; i >= 0; i--) {
            teams[i] = League.freshTeam();
            league.points(teams[i], 50 - 10 * i);
        }
        return teams;
    }
}

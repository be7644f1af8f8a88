import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Service;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("ranking")
@Timeout(60)
class RefusalTests {
    private final Service service;
    private final League league;

    RefusalTests(Service service) {
        this.service = service;
        this.league = new League(service);
    }

    @Test
    @DisplayName("A report that is not of the form described answers 400 and counts nothing")
    void refusesBadReports() {
        refuses("report", "", "two words", "x".repeat(65), "ä", "r\n", 7, null);
        refuses("team", "", "x".repeat(41), 7, true, List.of("a"), null);
        refuses("points", 0, 51, -51, 1_000_000, 1.5, "5", true, null);
        for (String body : List.of("", "{\"report\":", "[]", "\"r\"", "7", "null")) {
            service.post(league.path() + "/reports").body("application/json", body).send().hasStatus(400);
        }
        // Midnight may come in between, so neither seven days ago nor the day after tomorrow would be certain.
        for (long days : List.of(-8, -365, 3, 400)) {
            league.on(League.today().plusDays(days)).report("r-" + Fresh.word(), "Otters", 5).hasStatus(400);
        }

        league.ranking().hasStatus(200).field("teams").isEqualTo(0);
        league.on(League.today().minusDays(6)).report("x".repeat(64), "Otters", -50).hasStatus(201);
        league.on(League.today().plusDays(1)).points("x".repeat(40), 50);
    }

    @Test
    @DisplayName("A question that is not of the form described answers 400, and says why")
    void refusesBadQuestions() {
        league.points("Otters", 5);
        for (Object limit : List.of(0, 101, -1, "ten", "1.5", "3x")) {
            league.ranking(limit).hasStatus(400);
        }
        for (Object span : List.of(-1, 26, "two", "1.5")) {
            league.standing("Otters", span).hasStatus(400);
        }
        service.get(league.path() + "/standing?span=1").send().hasStatus(400);
        for (String place : List.of(
                "harbour/nights/2026-02-30",
                "harbour/nights/tonight",
                "harbour/nights/2026-1-2",
                "Harbour/nights/2026-11-19",
                "h.1/nights/2026-11-19",
                "x".repeat(31) + "/nights/2026-11-19")) {
            service.get("/leagues/" + place + "/ranking")
                    .send()
                    .hasStatus(400)
                    .hasContentType("application/json")
                    .field("error")
                    .asString()
                    .isNotBlank();
        }
    }

    private void refuses(String field, Object... values) {
        for (Object value : Arrays.asList(values)) {
            Map<String, Object> fields = new HashMap<>(Map.of("report", "r-" + Fresh.word(), "team", "Otters", "points", 5));
            fields.put(field, value);
            league.call(fields).send().hasStatus(400);
        }
    }
}

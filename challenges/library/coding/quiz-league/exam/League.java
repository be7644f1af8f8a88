import dev.assay.exam.Call;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One night of one league, which no other test knows. */
final class League {
    private final Service service;
    private final String name;
    private final LocalDate night;

    League(Service service) {
        this(service, "l-" + Fresh.word(), today());
    }

    private League(Service service, String name, LocalDate night) {
        this.service = service;
        this.name = name;
        this.night = night;
    }

    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    static String freshTeam() {
        return "The " + Fresh.word();
    }

    /** The same league on another night. */
    League on(LocalDate otherNight) {
        return new League(service, name, otherNight);
    }

    LocalDate night() {
        return night;
    }

    String path() {
        return "/leagues/" + name + "/nights/" + night;
    }

    Call call(Map<String, ?> fields) {
        return service.post(path() + "/reports").json(fields);
    }

    Call call(Object report, Object team, Object points) {
        return call(Map.of("report", report, "team", team, "points", points));
    }

    Reply report(Object report, Object team, Object points) {
        return call(report, team, points).send();
    }

    /** Points that count. */
    Reply points(String team, int points) {
        return report("r-" + Fresh.word(), team, points).hasStatus(201);
    }

    Reply ranking() {
        return service.get(path() + "/ranking").send();
    }

    Reply ranking(Object limit) {
        return service.get(path() + "/ranking?limit=" + limit).send();
    }

    Reply standing(String team) {
        return service.get(path() + "/standing?team=" + encoded(team)).send();
    }

    Reply standing(String team, Object span) {
        return service.get(path() + "/standing?team=" + encoded(team) + "&span=" + span).send();
    }

    /** What the team has on this night. */
    long total(String team) {
        return standing(team).hasStatus(200).number("points");
    }

    /** A part of the table that begins with this rank: teams and their points, in turn. */
    static List<Map<String, Object>> table(int rank, Object... teamsAndPoints) {
        List<Map<String, Object>> table = new ArrayList<>();
        for (int i = 0; i < teamsAndPoints.length; i += 2) {
            table.add(Map.of("rank", rank + i / 2, "team", teamsAndPoints[i], "points", teamsAndPoints[i + 1]));
        }
        return table;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

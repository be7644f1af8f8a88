import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What clients send, checked. */
final class Requests {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern LEAGUE = Pattern.compile("[a-z0-9-]{1,30}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern REPORT = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final int MAX_TEAM = 40;
    private static final int MAX_POINTS = 50;
    private static final int DAYS_BACK = 7;

    private final Clock clock;

    Requests(Clock clock) {
        this.clock = clock;
    }

    static Night night(String league, String day) {
        if (!LEAGUE.matcher(league).matches()) {
            throw new Refused(400, "A league has 1 to 30 of the characters a-z, 0-9 and -.");
        }
        try {
            if (DATE.matcher(day).matches()) {
                return new Night(league, LocalDate.parse(day));
            }
        } catch (DateTimeException e) {
            // Below.
        }
        throw new Refused(400, "A night is a date such as 2026-11-19.");
    }

    void requireReportable(Night night) {
        LocalDate today = LocalDate.now(clock);
        if (night.day().isBefore(today.minusDays(DAYS_BACK)) || night.day().isAfter(today.plusDays(1))) {
            throw new Refused(400, "Points are reported for the last " + DAYS_BACK + " days, today and tomorrow.");
        }
    }

    static Report report(byte[] body) {
        JsonNode fields = object(body);
        String report = fields.path("report").stringValue("");
        if (!REPORT.matcher(report).matches()) {
            throw new Refused(400, "report has 1 to 64 of the characters A-Z, a-z, 0-9, _ and -.");
        }
        String team = fields.path("team").stringValue("");
        if (team.isEmpty() || team.codePointCount(0, team.length()) > MAX_TEAM) {
            throw new Refused(400, "team is a text of 1 to " + MAX_TEAM + " characters.");
        }
        return new Report(report, team, points(fields.path("points")));
    }

    static int number(Map<String, String> parameters, String name, int least, int most, int otherwise) {
        String text = parameters.getOrDefault(name, String.valueOf(otherwise));
        if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new Refused(400, name + " is a whole number from " + least + " to " + most + ".");
        }
        return Integer.parseInt(text);
    }

    private static int points(JsonNode node) {
        boolean isNumber = node.isIntegralNumber() && node.canConvertToInt();
        int points = isNumber ? node.intValue() : 0;
        if (points == 0 || points < -MAX_POINTS || points > MAX_POINTS) {
            throw new Refused(400, "points is a whole number from -" + MAX_POINTS + " to " + MAX_POINTS + ", but not 0.");
        }
        return points;
    }

    private static JsonNode object(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException e) {
            // Below.
        }
        throw new Refused(400, "The body must be a JSON object.");
    }
}

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What clients send, checked. */
final class Requests {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MAX_LIMIT = 100;
    private static final int MAX_WORDS = 100;
    private static final Pattern COUNTRY = Pattern.compile("[a-z]{2}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private Requests() {}

    static Postcard card(byte[] body) {
        JsonNode fields = object(body);
        return new Postcard(
                null,
                text(fields, "place", 80),
                country(text(fields, "country", 2)),
                date("sentOn", text(fields, "sentOn", 10)),
                text(fields, "message", 500));
    }

    /** Empty when no card can have it. */
    static Optional<Long> id(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Question question(Map<String, String> parameters) {
        return new Question(
                newestFirst(parameters.getOrDefault("order", "oldest")),
                Optional.ofNullable(parameters.get("country")).map(Requests::countries).orElse(List.of()),
                Optional.ofNullable(parameters.get("from")).map(text -> date("from", text)),
                Optional.ofNullable(parameters.get("to")).map(text -> date("to", text)),
                words(parameters.getOrDefault("q", "")));
    }

    static int limit(Map<String, String> parameters) {
        try {
            int limit = Integer.parseInt(parameters.getOrDefault("limit", "20"));
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Below.
        }
        throw new Refused(400, "limit is a number from 1 to " + MAX_LIMIT + ".");
    }

    private static boolean newestFirst(String order) {
        return switch (order) {
            case "oldest" -> false;
            case "newest" -> true;
            default -> throw new Refused(400, "order is oldest or newest.");
        };
    }

    private static List<String> countries(String text) {
        return Arrays.stream(text.split(",", -1)).map(Requests::country).toList();
    }

    private static List<String> words(String q) {
        if (q.codePointCount(0, q.length()) > MAX_WORDS || q.indexOf('\0') >= 0) {
            throw new Refused(400, "q has at most " + MAX_WORDS + " characters, and none of them is U+0000.");
        }
        return Arrays.stream(q.split(" ")).filter(word -> !word.isEmpty()).toList();
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

    private static String text(JsonNode fields, String name, int longest) {
        String text = fields.path(name).stringValue("");
        if (text.isEmpty() || text.codePointCount(0, text.length()) > longest || text.indexOf('\0') >= 0) {
            throw new Refused(400, name + " must be a text of 1 to " + longest + " characters without U+0000.");
        }
        return text;
    }

    private static String country(String text) {
        if (!COUNTRY.matcher(text).matches()) {
            throw new Refused(400, "A country is two of the letters a to z.");
        }
        return text;
    }

    private static LocalDate date(String name, String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // Below.
        }
        throw new Refused(400, name + " must be a date such as 1931-07-04.");
    }
}

import java.util.Map;
import java.util.regex.Pattern;

/** What a client asks of a rule. */
record Request(String client, long cost) {
    private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    static Request read(String body, Rule rule) {
        if (!(parse(body) instanceof Map<?, ?> fields)) {
            throw new Refused(400, "The body must be a JSON object.");
        }
        if (!(fields.get("client") instanceof String client) || !CLIENT.matcher(client).matches()) {
            throw new Refused(400, "The field client must be 1 to 64 of the characters A-Z, a-z, 0-9, _ and -.");
        }
        Object cost = fields.get("cost");
        if (cost == null) {
            return new Request(client, 1);
        }
        if (!(cost instanceof Long number) || number < 1 || number > rule.mostAtOnce()) {
            throw new Refused(400, "The field cost must be a whole number from 1 to " + rule.mostAtOnce() + ".");
        }
        return new Request(client, number);
    }

    private static Object parse(String body) {
        try {
            return Json.read(body);
        } catch (Json.Malformed malformed) {
            throw new Refused(400, malformed.getMessage());
        }
    }
}

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body of a request, whose fields are checked as they are read; and what is checked elsewhere in a request. */
final class Body {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern FLAT = Pattern.compile("[A-Za-z0-9-]{1,12}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}");

    private final JsonNode fields;

    private Body(JsonNode fields) {
        this.fields = fields;
    }

    static Body read(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            if (json.isObject()) {
                return new Body(json);
            }
        } catch (JacksonException notJson) {
            // Below.
        }
        throw new Refused(400, "The body must be a JSON object.");
    }

    static String flat(String text) {
        String flat = text == null ? "" : text.strip();
        if (!FLAT.matcher(flat).matches()) {
            throw new Refused(400, "A flat has 1 to 12 letters, digits or hyphens.");
        }
        return flat;
    }

    static int number(Map<String, String> parameters, String name, int otherwise, int most) {
        String text = parameters.getOrDefault(name, String.valueOf(otherwise));
        int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) {
            throw new Refused(400, name + " must be a whole number from 1 to " + most + ".");
        }
        return number;
    }

    String flat() {
        return flat(text("flat", 100));
    }

    String text(String field, int most) {
        JsonNode value = fields.path(field);
        if (!value.isString() || value.stringValue().isEmpty() || value.stringValue().length() > most) {
            throw new Refused(400, "The field %s must be text of 1 to %d characters.".formatted(field, most));
        }
        return value.stringValue();
    }

    Instant instant(String field) {
        try {
            return Instant.parse(text(field, 20));
        } catch (DateTimeParseException e) {
            throw new Refused(400, "The field " + field + " must be an instant such as 2031-03-06T22:30:00Z.");
        }
    }

    /** In cents. */
    long charge() {
        if (isMissing("charge")) {
            return 0;
        }
        String charge = text("charge", 10);
        if (!Money.isAmount(charge)) {
            throw new Refused(400, "The field charge must be an amount such as 19.99.");
        }
        return Money.cents(charge);
    }

    /** Null when there is none. */
    String note() {
        return isMissing("note") ? null : text("note", 200);
    }

    private boolean isMissing(String field) {
        return fields.path(field).isMissingNode() || fields.path(field).isNull();
    }
}

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body of a request, whose fields are checked as they are read. */
final class Body {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9-]{3,20}");

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

    String newUsername() {
        String username = text("username");
        if (!USERNAME.matcher(username).matches()) {
            throw new Refused(400, "A username has 3 to 20 of the characters a-z, 0-9 and -.");
        }
        return username;
    }

    String newPassword() {
        return text("password", 8, 128);
    }

    String show() {
        return text("show", 1, 80);
    }

    int seats() {
        JsonNode seats = fields.path("seats");
        if (!seats.isIntegralNumber() || !seats.canConvertToInt() || seats.intValue() < 1 || seats.intValue() > 8) {
            throw new Refused(400, "The field seats must be a whole number from 1 to 8.");
        }
        return seats.intValue();
    }

    Role role() {
        return Role.of(text("role"))
                .orElseThrow(() -> new Refused(400, "The field role must be one of visitor, clerk, manager."));
    }

    String text(String field) {
        JsonNode value = fields.path(field);
        if (!value.isString()) {
            throw new Refused(400, "The field " + field + " is missing, or is not text.");
        }
        return value.stringValue();
    }

    private String text(String field, int least, int most) {
        String text = text(field);
        int length = text.codePointCount(0, text.length());
        if (length < least || length > most) {
            throw new Refused(400, "The field %s must have %d to %d characters.".formatted(field, least, most));
        }
        return text;
    }
}

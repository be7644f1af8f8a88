import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns what clients send into values that can be trusted. */
final class Requests {
    private static final int MAX_VALUE = 32 * 1024;
    private static final int MAX_CHANGES = 100;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Requests() {}

    /** The value in the body of a PUT. */
    static String item(String body) throws Refused {
        return value(object(parse(body)).get("value"));
    }

    static List<Change> batch(String body) throws Refused {
        if (!(object(parse(body)).get("changes") instanceof List<?> changes)
                || changes.isEmpty()
                || changes.size() > MAX_CHANGES) {
            throw new Refused(400, "The field changes must be a list of 1 to " + MAX_CHANGES + " changes.");
        }
        List<Change> batch = new ArrayList<>();
        for (Object change : changes) {
            batch.add(change(object(change)));
        }
        return batch;
    }

    static String key(Object key) throws Refused {
        if (key instanceof String text && KEY.matcher(text).matches()) {
            return text;
        }
        throw new Refused(400, "A key or prefix has 1 to 64 of the characters A-Z, a-z, 0-9, _ and -.");
    }

    private static Change change(Map<?, ?> fields) throws Refused {
        if ("put".equals(fields.get("op"))) {
            return new Change(key(fields.get("key")), value(fields.get("value")));
        }
        if ("delete".equals(fields.get("op"))) {
            return new Change(key(fields.get("key")), null);
        }
        throw new Refused(400, "The field op must be \"put\" or \"delete\".");
    }

    private static String value(Object value) throws Refused {
        if (!(value instanceof String text)) {
            throw new Refused(400, "The field value is missing, or is not text.");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_VALUE) {
            throw new Refused(400, "The value has more than " + MAX_VALUE + " bytes.");
        }
        return text;
    }

    private static Object parse(String body) throws Refused {
        try {
            return Json.read(body);
        } catch (Json.Malformed malformed) {
            throw new Refused(400, malformed.getMessage());
        }
    }

    private static Map<?, ?> object(Object json) throws Refused {
        if (json instanceof Map<?, ?> object) {
            return object;
        }
        throw new Refused(400, "The body, and each change, must be a JSON object.");
    }
}

package archive;

import java.util.Map;

/** The fields of a body. */
final class Fields {
    private Fields() {}

    static String text(Map<String, Object> fields, String name, int least, int most) {
        if (fields.get(name) instanceof String text && text.length() >= least && text.length() <= most) {
            return text;
        }
        throw new Refused(400, "The field " + name + " must be a text of " + least + " to " + most + " characters.");
    }

    static long number(Map<String, Object> fields, String name, long least, long most) {
        Object value = fields.get(name);
        if ((value instanceof Integer || value instanceof Long)
                && ((Number) value).longValue() >= least
                && ((Number) value).longValue() <= most) {
            return ((Number) value).longValue();
        }
        throw new Refused(400, "The field " + name + " must be a whole number from " + least + " to " + most + ".");
    }
}

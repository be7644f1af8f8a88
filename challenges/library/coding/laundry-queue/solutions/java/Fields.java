import java.util.Map;

/** The fields of a request's body, as values that can be trusted. */
final class Fields {
    private static final int HOUR_MS = 3_600_000;
    private static final int MAX_KEY = 100;

    private final Map<String, Object> fields;

    private Fields(Map<String, Object> fields) {
        this.fields = fields;
    }

    static Fields of(String body) throws Refused {
        try {
            return new Fields(object(Json.read(body), "The body must be a JSON object."));
        } catch (Json.Malformed malformed) {
            throw new Refused(400, malformed.getMessage());
        }
    }

    JobRequest job() throws Refused {
        return new JobRequest(
                object(fields.get("payload"), "The field payload is missing, or is not an object."),
                key(),
                delayMs(),
                (int) whole("maxAttempts", orDefault("maxAttempts", 3L), 1, 20));
    }

    long leaseMs() throws Refused {
        return whole("leaseMs", fields.get("leaseMs"), 1, HOUR_MS);
    }

    long delayMs() throws Refused {
        return whole("delayMs", orDefault("delayMs", 0L), 0, HOUR_MS);
    }

    String lease() throws Refused {
        if (fields.get("lease") instanceof String lease) {
            return lease;
        }
        throw new Refused(400, "The field lease is missing, or is not text.");
    }

    private String key() throws Refused {
        return switch (fields.get("key")) {
            case null -> null;
            case String key when !key.isEmpty() && key.length() <= MAX_KEY -> key;
            default -> throw new Refused(400, "The key must be text of 1 to " + MAX_KEY + " characters.");
        };
    }

    private Object orDefault(String name, Object value) {
        return fields.get(name) == null ? value : fields.get(name);
    }

    private static long whole(String name, Object value, long least, long most) throws Refused {
        if (value instanceof Long number && number >= least && number <= most) {
            return number;
        }
        throw new Refused(400, "The field " + name + " must be a whole number from " + least + " to " + most + ".");
    }

    @SuppressWarnings("unchecked") // Json makes no other maps.
    private static Map<String, Object> object(Object value, String otherwise) throws Refused {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new Refused(400, otherwise);
    }
}

import java.util.Map;

/** The fields of a request's body, as values that can be trusted. */
final class Fields {
    private static final int MOST = 1_000_000;
    private static final int MAX_OWNER = 60;

    private final Map<?, ?> fields;

    private Fields(Map<?, ?> fields) {
        this.fields = fields;
    }

    static Fields of(String body) throws Refused {
        try {
            if (Json.read(body) instanceof Map<?, ?> fields) {
                return new Fields(fields);
            }
            throw new Refused(400, "The body must be a JSON object.");
        } catch (Json.Malformed malformed) {
            throw new Refused(400, malformed.getMessage());
        }
    }

    String owner() throws Refused {
        if (fields.get("owner") instanceof String owner && !owner.isEmpty() && owner.length() <= MAX_OWNER) {
            return owner;
        }
        throw new Refused(400, "The owner must be text of 1 to " + MAX_OWNER + " characters.");
    }

    String account(String side) throws Refused {
        if (fields.get(side) instanceof String account) {
            return account;
        }
        throw new Refused(400, "The field " + side + " is missing, or is not text.");
    }

    long amount() throws Refused {
        if (fields.get("amount") instanceof Long amount && amount >= 1 && amount <= MOST) {
            return amount;
        }
        throw new Refused(400, "The amount must be a whole number from 1 to " + MOST + ".");
    }
}

import java.util.Arrays;
import java.util.List;

/** A key and its new value, or null to delete. */
record Change(String key, String value) {
    boolean deletes() {
        return value == null;
    }

    /** As it stands in the log. */
    List<String> toJson() {
        return Arrays.asList(key, value);
    }

    static Change fromJson(Object json) {
        List<?> pair = (List<?>) json;
        return new Change((String) pair.get(0), (String) pair.get(1));
    }
}

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** All that is wrong with a score, in the order of the fields. */
public record InvalidScore(List<Problem> problems) {
    public record Problem(String field, String message) {}

    static InvalidScore of(Map<String, Object> input) {
        List<Problem> problems = new ArrayList<>();
        if (!isText(input.get("title"))) {
            problems.add(new Problem("title", "A title has 1 to 100 characters."));
        }
        if (!isText(input.get("composer"))) {
            problems.add(new Problem("composer", "A composer has 1 to 100 characters."));
        }
        List<?> voices = (List<?>) input.get("voices");
        if (voices.isEmpty() || new HashSet<>(voices).size() < voices.size()) {
            problems.add(new Problem("voices", "There is at least one voice, and none twice."));
        }
        int copies = (int) input.get("copies");
        if (copies < 1 || copies > 200) {
            problems.add(new Problem("copies", "There are 1 to 200 copies."));
        }
        return new InvalidScore(problems);
    }

    private static boolean isText(Object value) {
        return value instanceof String text && !text.isBlank() && text.length() <= 100;
    }
}

package dev.assay.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Where JSON is not what was expected: a line for each place, by its JSON pointer. */
final class JsonDifference {
    private static final int MOST_LINES = 10;

    private final boolean mayHaveMore;
    private final List<String> lines = new ArrayList<>();
    private int found;

    private JsonDifference(boolean mayHaveMore) {
        this.mayHaveMore = mayHaveMore;
    }

    /** Nothing when they are equal; numbers are when their values are, and the order of fields does not matter. */
    static List<String> between(JsonNode expected, JsonNode actual) {
        return new JsonDifference(false).all(expected, actual);
    }

    /** As {@link #between}, but objects may have more fields than were expected. */
    static List<String> missing(JsonNode expected, JsonNode actual) {
        return new JsonDifference(true).all(expected, actual);
    }

    private List<String> all(JsonNode expected, JsonNode actual) {
        compare("", expected, actual);
        if (found > lines.size()) {
            lines.add("and " + (found - lines.size()) + " more");
        }
        return lines;
    }

    private void compare(String path, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            compareFields(path, expected, actual);
        } else if (expected.isArray() && actual.isArray()) {
            compareElements(path, expected, actual);
        } else if (!same(expected, actual)) {
            add(path, "expected " + shown(expected) + " but was " + shown(actual));
        }
    }

    private void compareFields(String path, JsonNode expected, JsonNode actual) {
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            JsonNode other = actual.get(field.getKey());
            String place = path + "/" + escaped(field.getKey());
            if (other == null) {
                add(place, "missing, expected " + shown(field.getValue()));
            } else {
                compare(place, field.getValue(), other);
            }
        }
        if (!mayHaveMore) {
            for (Map.Entry<String, JsonNode> field : actual.properties()) {
                if (!expected.has(field.getKey())) {
                    add(path + "/" + escaped(field.getKey()), "not expected, was " + shown(field.getValue()));
                }
            }
        }
    }

    private void compareElements(String path, JsonNode expected, JsonNode actual) {
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            String place = path + "/" + i;
            if (i >= actual.size()) {
                add(place, "missing, expected " + shown(expected.get(i)));
            } else if (i >= expected.size()) {
                add(place, "not expected, was " + shown(actual.get(i)));
            } else {
                compare(place, expected.get(i), actual.get(i));
            }
        }
    }

    private static boolean same(JsonNode expected, JsonNode actual) {
        return (expected.isNumber() && actual.isNumber())
                ? expected.decimalValue().compareTo(actual.decimalValue()) == 0
                : expected.equals(actual);
    }

    private void add(String path, String what) {
        found++;
        if (lines.size() < MOST_LINES) {
            lines.add((path.isEmpty() ? "the whole" : Words.cut(path, 200)) + ": " + what);
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String shown(JsonNode value) {
        return Words.cut(value.toString(), 100);
    }
}

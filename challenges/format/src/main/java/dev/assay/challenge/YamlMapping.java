package dev.assay.challenge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The keys of one YAML mapping. Each accessor reports what is wrong with its key and then answers with something
 * harmless, so that reading goes on and finds the rest; no package is made after a problem.
 */
final class YamlMapping {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[-+]?[0-9]{1,9}");
    private static final Set<Tag> SCALARS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.TIMESTAMP, Tag.NULL, Tag.BINARY);

    private final String file;
    private final String where;
    private final int line;
    private final boolean readable;
    private final Problems problems;
    private final Map<String, Value> values = new LinkedHashMap<>();

    /** A text of the file with the line where it stands. */
    record Text(String value, int line) {}

    private record Value(int keyLine, Node node) {}

    private YamlMapping(String file, String where, int line, boolean readable, Problems problems) {
        this.file = file;
        this.where = where;
        this.line = line;
        this.readable = readable;
        this.problems = problems;
    }

    static YamlMapping unreadable(String file, Problems problems) {
        return new YamlMapping(file, "", 0, false, problems);
    }

    /** @param allowedKeys empty when the author chooses the keys */
    static YamlMapping of(
            String file, String where, MappingNode node, Collection<String> allowedKeys, Problems problems) {
        YamlMapping mapping = new YamlMapping(file, where, YamlFile.lineOf(node), true, problems);
        for (NodeTuple tuple : node.getValue()) {
            mapping.add(tuple, allowedKeys);
        }
        return mapping;
    }

    private void add(NodeTuple tuple, Collection<String> allowedKeys) {
        int keyLine = YamlFile.lineOf(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
            problems.add(file, keyLine, "A key must be a word", "Write it as \"key: value\".");
            return;
        }
        String key = keyNode.getValue();
        Value earlier = values.get(key);
        if (!allowedKeys.isEmpty() && !allowedKeys.contains(key)) {
            problems.add(
                    file, keyLine, "Unknown key " + Wording.quoted(where + key), Wording.allowed(key, allowedKeys));
        } else if (earlier != null) {
            problems.add(
                    file,
                    keyLine,
                    "The key " + Wording.quoted(where + key) + " is given twice, first in line " + earlier.keyLine(),
                    "Keep one of them.");
        } else {
            values.put(key, new Value(keyLine, tuple.getValueNode()));
        }
    }

    String file() {
        return file;
    }

    int line() {
        return line;
    }

    boolean readable() {
        return readable;
    }

    Set<String> keys() {
        return values.keySet();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    int lineOf(String key) {
        Value value = values.get(key);
        return value == null ? line : value.keyLine();
    }

    /** Text of one line. */
    String text(String key, int most) {
        return longText(key, most)
                .filter(text -> {
                    boolean oneLine = !text.value().contains("\n");
                    if (!oneLine) {
                        wrong(key, text.line(), "has several lines", "Write it in one line.");
                    }
                    return oneLine;
                })
                .map(Text::value)
                .orElse("");
    }

    /** Text that may have several lines; empty after a problem. */
    Optional<Text> longText(String key, int most) {
        return required(key, "text").flatMap(node -> textOf(key, node, most));
    }

    /** Any scalar as the author wrote it: {@code 300} as well as {@code 300 million}. */
    String written(String key, int most) {
        return required(key, "value")
                .filter(node -> {
                    boolean fits = node instanceof ScalarNode scalar
                            && SCALARS.contains(scalar.getTag())
                            && !scalar.getValue().isBlank()
                            && scalar.getValue().length() <= most;
                    if (!fits) {
                        wrong(
                                key,
                                YamlFile.lineOf(node),
                                "must be a text or number of at most " + most + " characters, but is " + kindOf(node),
                                "Write for example `" + key + ": 300 million`.");
                    }
                    return fits;
                })
                .map(node -> ((ScalarNode) node).getValue().strip())
                .orElse("");
    }

    /** {@code true} or {@code false}. */
    boolean flag(String key) {
        String given = written(key, 10);
        if (!given.isEmpty() && !given.equals("true") && !given.equals("false")) {
            wrong(key, lineOf(key), "is " + Wording.quoted(given), "Write `" + key + ": true`, or leave it out.");
        }
        return given.equals("true");
    }

    /** Text that must be given but may be empty. */
    String emptyOrText(String key, int most) {
        return required(key, "text, \"\" for none")
                .filter(node -> !(node instanceof ScalarNode scalar
                        && scalar.getValue().isEmpty()
                        && Tag.STR.equals(scalar.getTag())))
                .flatMap(node -> textOf(key, node, most))
                .map(Text::value)
                .orElse("");
    }

    boolean isEmptyList(String key) {
        Value value = values.get(key);
        return value != null
                && value.node() instanceof SequenceNode list
                && list.getValue().isEmpty();
    }

    int number(String key, int least, int most) {
        return required(key, "number from " + least + " to " + most)
                .map(node -> numberOf(key, node, least, most))
                .orElse(least);
    }

    int number(String key, int least, int most, int fallback) {
        return has(key) ? number(key, least, most) : fallback;
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        E[] constants = type.getEnumConstants();
        List<String> allowed = Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        String word = required(key, "word")
                .flatMap(node -> textOf(key, node, 100))
                .map(Text::value)
                .orElse("");
        int index = allowed.indexOf(word);
        if (index < 0 && !word.isEmpty()) {
            wrong(key, lineOf(key), "is " + Wording.quoted(word), Wording.allowed(word, allowed));
        }
        return constants[Math.max(index, 0)];
    }

    /** A list of one-line texts, none of them twice. */
    List<Text> texts(String key, int most) {
        List<Text> texts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Node item : items(key)) {
            textOf(key, item, most).ifPresent(text -> {
                if (text.value().contains("\n")) {
                    wrong(key, text.line(), "has an entry of several lines", "Write each entry in one line.");
                } else if (seen.add(text.value())) {
                    texts.add(text);
                } else {
                    wrong(key, text.line(), "has " + Wording.quoted(text.value()) + " twice", "Keep one of them.");
                }
            });
        }
        return texts;
    }

    /** A list of mappings with the same keys. */
    List<YamlMapping> mappings(String key, Collection<String> allowedKeys) {
        List<YamlMapping> mappings = new ArrayList<>();
        for (Node item : items(key)) {
            String place = where + key + "[" + mappings.size() + "].";
            if (item instanceof MappingNode mapping) {
                mappings.add(of(file, place, mapping, allowedKeys, problems));
            } else {
                wrong(
                        key,
                        YamlFile.lineOf(item),
                        "has an entry that is " + kindOf(item),
                        "Each entry has the keys " + String.join(", ", allowedKeys) + ".");
            }
        }
        return mappings;
    }

    /** @param allowedKeys empty when the author chooses the keys */
    YamlMapping mapping(String key, Collection<String> allowedKeys) {
        String kind = allowedKeys.isEmpty() ? "mapping" : "mapping with the keys " + String.join(", ", allowedKeys);
        Optional<Node> node = required(key, kind);
        if (node.isPresent() && node.get() instanceof MappingNode mapping) {
            return of(file, where + key + ".", mapping, allowedKeys, problems);
        }
        node.ifPresent(other -> wrong(
                key, YamlFile.lineOf(other), "must be a mapping, but is " + kindOf(other), "Write a " + kind + "."));
        return unreadable(file, problems);
    }

    private List<Node> items(String key) {
        Optional<Node> node = required(key, "list");
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof SequenceNode list && !list.getValue().isEmpty()) {
            return list.getValue();
        }
        wrong(
                key,
                YamlFile.lineOf(node.get()),
                "must be a list, but is " + kindOf(node.get()),
                "Write at least one entry, each in a line that begins with \"- \".");
        return List.of();
    }

    private Optional<Node> required(String key, String kind) {
        Value value = values.get(key);
        if (value != null) {
            return Optional.of(value.node());
        }
        if (readable) {
            problems.add(
                    file,
                    line,
                    "The key " + Wording.quoted(where + key) + " is missing",
                    "Add `" + key + ":` with a " + kind + ".");
        }
        return Optional.empty();
    }

    private Optional<Text> textOf(String key, Node node, int most) {
        int at = YamlFile.lineOf(node);
        if (!(node instanceof ScalarNode scalar) || !Tag.STR.equals(scalar.getTag())) {
            String remedy = node instanceof ScalarNode other
                            && !other.getValue().isBlank()
                    ? "If it is meant as text, put it between quotes: \"" + Wording.inert(other.getValue()) + "\"."
                    : "Write a text of at most " + most + " characters.";
            wrong(key, at, "must be text, but is " + kindOf(node), remedy);
            return Optional.empty();
        }
        String value = scalar.getValue();
        if (value.isBlank()) {
            wrong(key, at, "is empty", "Write a text of at most " + most + " characters.");
            return Optional.empty();
        }
        if (value.length() > most) {
            wrong(key, at, "has " + value.length() + " characters", "At most " + most + " are allowed.");
            return Optional.empty();
        }
        return Optional.of(new Text(value, at));
    }

    private int numberOf(String key, Node node, int least, int most) {
        int at = YamlFile.lineOf(node);
        String allowed = "Allowed is a whole number from " + least + " to " + most + ".";
        if (!(node instanceof ScalarNode scalar)
                || !Tag.INT.equals(scalar.getTag())
                || !WHOLE_NUMBER.matcher(scalar.getValue()).matches()) {
            wrong(key, at, "must be a whole number, but is " + kindOf(node), allowed);
            return least;
        }
        int number = Integer.parseInt(scalar.getValue());
        if (number < least || number > most) {
            wrong(key, at, "is " + number, allowed);
            return least;
        }
        return number;
    }

    void wrong(String key, int at, String what, String remedy) {
        problems.add(file, at, Wording.quoted(where + key) + " " + what, remedy);
    }

    private static String kindOf(Node node) {
        return switch (node) {
            case SequenceNode list -> list.getValue().isEmpty() ? "an empty list" : "a list";
            case MappingNode ignored -> "a mapping";
            case ScalarNode scalar when Tag.NULL.equals(scalar.getTag()) -> "empty";
            case ScalarNode scalar
            when Tag.STR.equals(scalar.getTag()) -> "the text " + Wording.quoted(scalar.getValue());
            case ScalarNode scalar
            when Tag.BOOL.equals(scalar.getTag()) -> "the truth value " + Wording.quoted(scalar.getValue());
            case ScalarNode scalar
            when Tag.TIMESTAMP.equals(scalar.getTag()) -> "the date " + Wording.quoted(scalar.getValue());
            case ScalarNode scalar
            when SCALARS.contains(scalar.getTag()) -> "the number " + Wording.quoted(scalar.getValue());
            default -> "of the type " + Wording.quoted(node.getTag().getValue());
        };
    }
}

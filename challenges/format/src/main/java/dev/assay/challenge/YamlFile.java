package dev.assay.challenge;

import java.io.StringReader;
import java.util.Collection;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Parses one YAML file of a package into nodes that know their lines. Aliases are refused: nothing in a package needs
 * them, and a few lines of them can unfold into gigabytes.
 */
final class YamlFile {

    private static final int MAX_CHARACTERS = 256 * 1024;
    private static final int MAX_DEPTH = 20;

    private YamlFile() {}

    /** The file's mapping; after a reported problem, one whose values are all absent and are not reported again. */
    static YamlMapping read(PackageFiles files, String path, Collection<String> allowedKeys, Problems problems) {
        Optional<String> text = files.text(path);
        if (text.isEmpty()) {
            if (!files.has(path)) {
                problems.add(
                        path, "The file is missing", "Create it with the keys " + String.join(", ", allowedKeys) + ".");
            }
            return YamlMapping.unreadable(path, problems);
        }
        return root(path, text.get(), problems)
                .map(node -> YamlMapping.of(path, "", node, allowedKeys, problems))
                .orElseGet(() -> YamlMapping.unreadable(path, problems));
    }

    private static Optional<MappingNode> root(String path, String text, Problems problems) {
        if (text.length() > MAX_CHARACTERS) {
            problems.add(path, "The file has more than " + MAX_CHARACTERS + " characters", "Make it smaller.");
            return Optional.empty();
        }
        try {
            if (hasAlias(path, text, problems)) {
                return Optional.empty();
            }
            Node node = yaml().compose(new StringReader(text));
            if (node instanceof MappingNode mapping) {
                return Optional.of(mapping);
            }
            problems.add(
                    path,
                    node == null ? 0 : lineOf(node),
                    "The file does not hold keys",
                    "Write lines of \"key: value\".");
        } catch (ReaderException e) {
            problems.add(
                    path,
                    lineAt(text, e.getPosition()),
                    String.format("The character U+%04X is not allowed in YAML", e.getCodePoint()),
                    "Remove it.");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            problems.add(
                    path,
                    line,
                    "This is not valid YAML: " + Wording.inert(String.valueOf(e.getProblem())),
                    "Put text that has : or # or quotes in it between quotes, and indent with spaces.");
        } catch (YAMLException e) {
            problems.add(
                    path,
                    "This is not valid YAML: " + Wording.inert(String.valueOf(e.getMessage())),
                    "At most " + MAX_DEPTH + " levels may be nested.");
        }
        return Optional.empty();
    }

    private static boolean hasAlias(String path, String text, Problems problems) {
        for (Event event : yaml().parse(new StringReader(text))) {
            if (event instanceof AliasEvent alias) {
                problems.add(
                        path,
                        alias.getStartMark().getLine() + 1,
                        "The alias " + Wording.quoted("*" + alias.getAnchor()) + " is not allowed",
                        "Write the value out.");
                return true;
            }
        }
        return false;
    }

    static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static int lineAt(String text, int codePoints) {
        int end = text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
        return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(0);
        return new Yaml(new SafeConstructor(options));
    }
}

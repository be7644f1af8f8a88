package dev.assay.challenge.icpc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A mapping of YAML, read with patience: what is not of the kind that is asked for is not there. */
record IcpcYaml(Map<String, Object> values) {

    static final IcpcYaml EMPTY = new IcpcYaml(Map.of());

    private static final int MAX_CHARACTERS = 256 * 1024;

    /** @throws IllegalArgumentException for people, when it is no YAML */
    static IcpcYaml parse(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(20);
        options.setMaxAliasesForCollections(20);
        try {
            return of(new Yaml(new SafeConstructor(options)).<@Nullable Object>load(text));
        } catch (YAMLException e) {
            throw new IllegalArgumentException(
                    "it is not valid YAML: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }

    private static IcpcYaml of(@Nullable Object node) {
        if (!(node instanceof Map<?, ?> map)) {
            return EMPTY;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                values.put(String.valueOf(key), value);
            }
        });
        return new IcpcYaml(values);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    IcpcYaml mapping(String key) {
        return of(values.get(key));
    }

    /** A scalar as text. */
    Optional<String> text(String key) {
        Object value = values.get(key);
        return value == null || value instanceof Map || value instanceof List
                ? Optional.empty()
                : Optional.of(String.valueOf(value).strip());
    }

    OptionalDouble number(String key) {
        Optional<String> text = text(key);
        if (text.isPresent()) {
            try {
                double value = Double.parseDouble(text.get());
                return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
            } catch (NumberFormatException e) {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.empty();
    }

    /** A list of scalars, or the words of one text. */
    List<String> words(String key) {
        Object value = values.get(key);
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).map(String::strip).toList();
        }
        return text(key)
                .filter(text -> !text.isEmpty())
                .map(text -> List.of(text.split("\\s+")))
                .orElse(List.of());
    }

    /** People or sources, as a text, a list of texts, or mappings with a name. */
    List<String> names(String key) {
        Object value = values.get(key);
        List<String> names = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> name(item).ifPresent(names::add));
        } else {
            name(value).ifPresent(names::add);
        }
        return names;
    }

    private static Optional<String> name(@Nullable Object value) {
        return switch (value) {
            case null -> Optional.empty();
            case Map<?, ?> map -> of(map).text("name");
            case List<?> _ -> Optional.empty();
            // Addresses are nobody's business here.
            default ->
                Optional.of(String.valueOf(value).replaceAll("\\s*<[^>]*>", "").strip());
        };
    }
}

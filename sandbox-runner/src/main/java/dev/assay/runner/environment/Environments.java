package dev.assay.runner.environment;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The environments that ship, one folder each below {@code images/environments}. To add one, add its folder: a
 * {@code Dockerfile} that starts from the base image, and an {@code environment.yaml}.
 */
public final class Environments {

    private static final String DESCRIPTION = "environment.yaml";

    private final SortedMap<String, Environment> byName;

    private Environments(SortedMap<String, Environment> byName) {
        this.byName = Collections.unmodifiableSortedMap(byName);
    }

    public static Environments shipped() {
        SortedMap<String, byte[]> workbench = ResourceFolder.read("images/workbench");
        SortedMap<String, SortedMap<String, byte[]>> folders = new TreeMap<>();
        ResourceFolder.read("images/environments").forEach((path, content) -> {
            int slash = path.indexOf('/');
            folders.computeIfAbsent(path.substring(0, slash), name -> new TreeMap<>())
                    .put(path.substring(slash + 1), content);
        });
        SortedMap<String, Environment> byName = new TreeMap<>();
        folders.forEach((name, files) -> byName.put(name, environment(name, files, workbench)));
        return new Environments(byName);
    }

    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    public Environment named(String name) {
        Environment environment = byName.get(name);
        if (environment == null) {
            throw new IllegalArgumentException(
                    "There is no environment \"" + name + "\"; there are " + String.join(", ", byName.keySet()));
        }
        return environment;
    }

    private static Environment environment(
            String name, SortedMap<String, byte[]> files, SortedMap<String, byte[]> workbench) {
        Map<?, ?> description = yaml(name, file(name, files, DESCRIPTION));
        SortedMap<String, byte[]> image = new TreeMap<>(workbench);
        files.forEach((path, content) -> {
            if (!path.equals(DESCRIPTION)) {
                image.put(path, content);
            }
        });
        image.put("Dockerfile", joined(file(name, files, "Dockerfile"), file(name, workbench, "Dockerfile")));
        return new Environment(
                name,
                text(name, description, "title"),
                text(name, description, "entry"),
                text(name, description, "build"),
                text(name, description, "serve"),
                optional(name, description, "run"),
                optional(name, description, "libraries").orElse(""),
                optional(name, description, "versions").orElse(""),
                Collections.unmodifiableSortedMap(image));
    }

    private static Map<?, ?> yaml(String name, byte[] content) {
        Object value =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(content, StandardCharsets.UTF_8));
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalStateException("The environment " + name + " has no keys in its " + DESCRIPTION);
    }

    private static String text(String name, Map<?, ?> description, String key) {
        if (description.get(key) instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw new IllegalStateException("The environment " + name + " lacks " + key + " in its " + DESCRIPTION);
    }

    private static Optional<String> optional(String name, Map<?, ?> description, String key) {
        return description.containsKey(key) ? Optional.of(text(name, description, key)) : Optional.empty();
    }

    private static byte[] file(String name, SortedMap<String, byte[]> files, String path) {
        byte[] content = files.get(path);
        if (content == null) {
            throw new IllegalStateException("The environment " + name + " has no " + path);
        }
        return content;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return (new String(first, StandardCharsets.UTF_8) + "\n" + new String(second, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }
}

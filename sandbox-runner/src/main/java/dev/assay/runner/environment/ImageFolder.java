package dev.assay.runner.environment;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A folder of resources that is an image of a pod's container: its {@code Dockerfile}, which the workbench's ends, a
 * description, and whatever the Dockerfile copies.
 */
record ImageFolder(String name, Map<?, ?> description, ImageFiles image) {

    private static final String DOCKERFILE = "Dockerfile";

    /** Each folder below {@code root}, by name. */
    static SortedMap<String, ImageFolder> readAll(String root, String descriptionFile) {
        SortedMap<String, ImageFolder> byName = new TreeMap<>();
        for (String name : ResourceFolder.foldersIn(root)) {
            String folder = root + "/" + name;
            byte[] description = ResourceFolder.file(folder + "/" + descriptionFile);
            byName.put(name, new ImageFolder(name, yaml(name, description), () -> files(folder, descriptionFile)));
        }
        return byName;
    }

    private static SortedMap<String, byte[]> files(String folder, String descriptionFile) {
        SortedMap<String, byte[]> files = new TreeMap<>(ResourceFolder.read("images/workbench"));
        files.putAll(ResourceFolder.read(folder));
        files.remove(descriptionFile);
        files.put(
                DOCKERFILE,
                joined(
                        ResourceFolder.file(folder + "/" + DOCKERFILE),
                        ResourceFolder.file("images/workbench/" + DOCKERFILE)));
        return Collections.unmodifiableSortedMap(files);
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> lacks(key));
    }

    Optional<String> optionalText(String key) {
        return description.get(key) instanceof String text && !text.isBlank()
                ? Optional.of(text.strip())
                : Optional.empty();
    }

    int number(String key) {
        if (description.get(key) instanceof Integer number) {
            return number;
        }
        throw lacks(key);
    }

    Map<String, String> texts(String key) {
        if (!(description.get(key) instanceof Map<?, ?> entries)) {
            throw lacks(key);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        entries.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
        return texts;
    }

    private IllegalStateException lacks(String key) {
        return new IllegalStateException("The description of " + name + " lacks " + key);
    }

    private static Map<?, ?> yaml(String name, byte[] content) {
        Object value =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(content, StandardCharsets.UTF_8));
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalStateException("The description of " + name + " has no keys");
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return (new String(first, StandardCharsets.UTF_8) + "\n" + new String(second, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }
}

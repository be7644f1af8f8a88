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
record ImageFolder(String name, Map<?, ?> description, SortedMap<String, byte[]> image) {

    /** Each folder below {@code root}, by name. */
    static SortedMap<String, ImageFolder> readAll(String root, String descriptionFile) {
        SortedMap<String, byte[]> workbench = ResourceFolder.read("images/workbench");
        SortedMap<String, SortedMap<String, byte[]>> folders = new TreeMap<>();
        ResourceFolder.read(root).forEach((path, content) -> {
            int slash = path.indexOf('/');
            folders.computeIfAbsent(path.substring(0, slash), name -> new TreeMap<>())
                    .put(path.substring(slash + 1), content);
        });
        SortedMap<String, ImageFolder> byName = new TreeMap<>();
        folders.forEach((name, files) -> byName.put(name, of(name, files, descriptionFile, workbench)));
        return byName;
    }

    private static ImageFolder of(
            String name, SortedMap<String, byte[]> files, String descriptionFile, SortedMap<String, byte[]> workbench) {
        SortedMap<String, byte[]> image = new TreeMap<>(workbench);
        files.forEach((path, content) -> {
            if (!path.equals(descriptionFile)) {
                image.put(path, content);
            }
        });
        image.put("Dockerfile", joined(file(name, files, "Dockerfile"), file(name, workbench, "Dockerfile")));
        return new ImageFolder(
                name, yaml(name, file(name, files, descriptionFile)), Collections.unmodifiableSortedMap(image));
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

    private static byte[] file(String name, SortedMap<String, byte[]> files, String path) {
        byte[] content = files.get(path);
        if (content == null) {
            throw new IllegalStateException("The folder of " + name + " has no " + path);
        }
        return content;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return (new String(first, StandardCharsets.UTF_8) + "\n" + new String(second, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }
}

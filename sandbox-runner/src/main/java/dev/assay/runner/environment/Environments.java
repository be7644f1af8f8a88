package dev.assay.runner.environment;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The environments that ship, one folder each below {@code images/environments}. To add one, add its folder: a
 * {@code Dockerfile} that starts from the base image, and an {@code environment.yaml}.
 */
public final class Environments {

    private final SortedMap<String, Environment> byName;

    private Environments(SortedMap<String, Environment> byName) {
        this.byName = Collections.unmodifiableSortedMap(byName);
    }

    public static Environments shipped() {
        SortedMap<String, Environment> byName = new TreeMap<>();
        ImageFolder.readAll("images/environments", "environment.yaml")
                .forEach((name, folder) -> byName.put(
                        name,
                        new Environment(
                                name,
                                folder.text("title"),
                                folder.text("entry"),
                                folder.text("build"),
                                folder.text("serve"),
                                folder.optionalText("run"),
                                folder.optionalText("about").orElse(""),
                                folder.optionalText("libraries").orElse(""),
                                folder.optionalText("versions").orElse(""),
                                folder.image())));
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
}

package dev.assay.runner.environment;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The environments that ship, one folder each below {@code images/environments}. To add one, add its folder: a
 * {@code Dockerfile} that starts from the base image, and an {@code environment.yaml}. Below {@code images/validators} lie those that
 * only the validator of a package can be in.
 */
public final class Environments {

    private final SortedMap<String, Environment> byName;
    private final SortedMap<String, Environment> forValidators;

    private Environments(SortedMap<String, Environment> byName, SortedMap<String, Environment> more) {
        this.byName = Collections.unmodifiableSortedMap(byName);
        SortedMap<String, Environment> validating = new TreeMap<>(more);
        byName.values().stream()
                .filter(environment -> environment.run().isPresent())
                .forEach(environment -> validating.put(environment.name(), environment));
        this.forValidators = Collections.unmodifiableSortedMap(validating);
    }

    public static Environments shipped() {
        return new Environments(below("images/environments"), below("images/validators"));
    }

    private static SortedMap<String, Environment> below(String root) {
        SortedMap<String, Environment> byName = new TreeMap<>();
        ImageFolder.readAll(root, "environment.yaml")
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
        return byName;
    }

    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    public Environment named(String name) {
        return in(byName, name);
    }

    /** What a package's validator may be written in. */
    public List<String> validatorLanguages() {
        return List.copyOf(forValidators.keySet());
    }

    public Environment forValidators(String language) {
        return in(forValidators, language);
    }

    private static Environment in(SortedMap<String, Environment> some, String name) {
        Environment environment = some.get(name);
        if (environment == null) {
            throw new IllegalArgumentException(
                    "There is no environment \"" + name + "\"; there are " + String.join(", ", some.keySet()));
        }
        return environment;
    }
}

package dev.assay.challenge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads what a challenge has beside the submission. */
final class CompanionsReading {

    /** Their variables would be those of a dependency, or their names those of what the exam controls. */
    private static final Set<String> NO_THIRD_PARTY = Set.of(
            "database",
            "jdbc-database",
            "redis",
            "amqp",
            "postgresql",
            "rabbitmq",
            "service",
            "reference",
            "validator");

    private static final Pattern THIRD_PARTY = Pattern.compile("[a-z][a-z0-9]{0,19}(-[a-z0-9]{1,20})?");
    private static final String VALIDATOR = "exam/validator";

    private final Existing existing;
    private final PackageFiles files;
    private final Problems problems;
    private final PackageParts parts;

    CompanionsReading(Existing existing, PackageFiles files, Problems problems, PackageParts parts) {
        this.existing = existing;
        this.files = files;
        this.problems = problems;
        this.parts = parts;
    }

    /** @param port the submission's */
    Companions read(YamlMapping yaml, int port, List<String> environments, SortedMap<String, SourceFiles> solutions) {
        if (port >= Companions.REFERENCE_PORT && port <= Companions.VALIDATOR_PORT) {
            yaml.wrong(
                    "port",
                    yaml.lineOf("port"),
                    "is " + port + ", which is kept for what stands beside a submission",
                    "Choose one outside " + Companions.REFERENCE_PORT + " to " + Companions.VALIDATOR_PORT
                            + ", or leave it out.");
        }
        return new Companions(
                dependencies(yaml), thirdParties(yaml), references(yaml, environments, solutions), validator());
    }

    private List<Dependency> dependencies(YamlMapping yaml) {
        List<Dependency> dependencies = new ArrayList<>();
        SortedSet<String> names = new TreeSet<>();
        if (yaml.has("dependencies") && !yaml.isEmptyList("dependencies")) {
            for (YamlMapping.Text name : yaml.texts("dependencies", 40)) {
                if (!existing.dependencies().contains(name.value())) {
                    yaml.wrong(
                            "dependencies",
                            name.line(),
                            "names " + Wording.quoted(name.value()) + ", which does not exist",
                            Wording.allowed(name.value(), existing.dependencies()));
                } else if (names.add(name.value())) {
                    String place = "seed/" + name.value();
                    dependencies.add(new Dependency(name.value(), parts.sourceFiles(place, files.below(place))));
                }
            }
        }
        for (String name : files.namesIn("seed")) {
            if (yaml.readable() && !names.contains(name)) {
                problems.add(
                        "seed/" + name,
                        "This is for no dependency that " + ChallengeReading.FILE + " declares",
                        "Declare it under `dependencies`, or remove it. "
                                + Wording.allowed(name, names.isEmpty() ? existing.dependencies() : names));
            }
        }
        return dependencies;
    }

    private static List<String> thirdParties(YamlMapping yaml) {
        List<String> names = new ArrayList<>();
        if (!yaml.has("thirdParties")) {
            return names;
        }
        for (YamlMapping.Text name : yaml.texts("thirdParties", 41)) {
            if (!THIRD_PARTY.matcher(name.value()).matches() || NO_THIRD_PARTY.contains(name.value())) {
                yaml.wrong(
                        "thirdParties",
                        name.line(),
                        "names " + Wording.quoted(name.value()) + ", which cannot be a third party's name",
                        "Use one or two lower-case words joined by a hyphen, as `payments`; not "
                                + String.join(", ", new TreeSet<>(NO_THIRD_PARTY)) + ".");
            } else {
                names.add(name.value());
            }
        }
        if (names.size() > Companions.MOST_THIRD_PARTIES) {
            yaml.wrong(
                    "thirdParties",
                    yaml.lineOf("thirdParties"),
                    "has " + names.size() + " names",
                    "At most " + Companions.MOST_THIRD_PARTIES + " are allowed.");
        }
        return names;
    }

    private static SortedMap<String, SourceFiles> references(
            YamlMapping yaml, List<String> environments, SortedMap<String, SourceFiles> solutions) {
        if (!yaml.has("reference") || !yaml.flag("reference")) {
            return new TreeMap<>();
        }
        List<String> missing = environments.stream()
                .filter(environment -> !solutions.containsKey(environment))
                .toList();
        if (!missing.isEmpty()) {
            yaml.wrong(
                    "reference",
                    yaml.lineOf("reference"),
                    "is true, but there is no solution for " + String.join(", ", missing)
                            + " to compare a submission with",
                    "Put one into solutions/" + missing.getFirst() + ", or remove the environment.");
        }
        return solutions;
    }

    private Optional<Validator> validator() {
        List<String> languages = List.copyOf(files.namesIn(VALIDATOR));
        if (languages.isEmpty()) {
            return Optional.empty();
        }
        String language = languages.getFirst();
        if (languages.size() > 1) {
            problems.add(
                    VALIDATOR,
                    "There is more than one validator: " + String.join(", ", languages),
                    "Keep one folder, called after its language.");
        } else if (files.below(VALIDATOR + "/" + language).isEmpty()) {
            problems.add(
                    VALIDATOR + "/" + language,
                    "This is a file, not a folder",
                    "Put it into a folder that is called after its language. "
                            + Wording.allowed(language, existing.validatorLanguages()));
        } else if (!existing.validatorLanguages().contains(language)) {
            problems.add(
                    VALIDATOR + "/" + language,
                    "There is nothing to run a validator in " + Wording.quoted(language) + " with",
                    Wording.allowed(language, existing.validatorLanguages()));
        }
        String place = VALIDATOR + "/" + language;
        return Optional.of(new Validator(language, parts.sourceFiles(place, files.below(place))));
    }
}

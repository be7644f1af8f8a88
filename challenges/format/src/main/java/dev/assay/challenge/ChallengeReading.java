package dev.assay.challenge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads one {@code coding/<slug>/} folder. */
final class ChallengeReading {

    static final String FILE = "challenge.yaml";
    private static final List<String> KEYS = List.of(
            "id",
            "title",
            "skills",
            "track",
            "level",
            "minutes",
            "environments",
            "categories",
            "form",
            "limits",
            "dependencies",
            "thirdParties",
            "port",
            "reference",
            "withoutMutant");
    private static final List<String> LIMITS = List.of(
            "buildSeconds",
            "readySeconds",
            "examSeconds",
            "buildCpuSeconds",
            "cpuSeconds",
            "memoryMiB",
            "filesMiB",
            "processes",
            "outputKiB");
    private static final List<String> ENTRIES =
            List.of(FILE, "statement.md", "exam", "seed", "starter", "solutions", "mutants", "README.md");
    /** In fewer environments than three a right answer may be right only by the accidents of one language. */
    private static final int LEAST_SOLVED = 3;

    private static final int DEFAULT_PORT = 8080;
    /** Below the kernel's ephemeral ports, which the examiner's own connections use; above the privileged ones. */
    private static final int LOWEST_PORT = 1024;

    private static final int HIGHEST_PORT = 32767;
    private static final Pattern CATEGORY = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final String id;
    private final Existing existing;
    private final PackageFiles files;
    private final Problems problems;

    ChallengeReading(String id, Existing existing, PackageFiles files, Problems problems) {
        this.id = id;
        this.existing = existing;
        this.files = files;
        this.problems = problems;
    }

    Optional<Challenge> read() {
        PackageParts parts = new PackageParts(files, problems);
        parts.requireKnownEntries("", ENTRIES);
        YamlMapping yaml = YamlFile.read(files, FILE, KEYS, problems);
        parts.requireId(yaml, id);
        String title = yaml.text("title", 120);
        List<String> skills = parts.skills(yaml);
        Track track = yaml.choice("track", Track.class);
        Level level = yaml.choice("level", Level.class);
        int minutes = yaml.number("minutes", PackageParts.LEAST_MINUTES, PackageParts.MOST_MINUTES);
        List<String> environments = environments(yaml);
        SortedMap<String, Integer> categories = categories(yaml);
        Limits limits = limits(yaml);
        Form form = yaml.has("form") ? yaml.choice("form", Form.class) : Form.SERVICE;
        int port = yaml.number("port", LOWEST_PORT, HIGHEST_PORT, DEFAULT_PORT);
        String statement = parts.markdown("statement.md", "the task as the candidate reads it");
        ExamSources exam = ExamSources.read(files, categories.keySet(), problems);
        if (yaml.has("environments")) {
            requireDeclared("starter", environments);
        }
        SortedMap<String, SourceFiles> starters = starters(parts, environments);
        SortedMap<String, SourceFiles> solutions = solutions(parts, yaml, environments);
        List<Solution> allSolutions = allSolutions(parts, yaml, environments, solutions);
        requireDifferent(starters, solutions);
        List<Mutant> mutants = mutants(parts, environments, solutions, exam);
        Companions companions =
                new CompanionsReading(existing, files, problems, parts).read(yaml, port, environments, solutions);
        SortedMap<String, String> withoutMutant = withoutMutant(yaml, exam, mutants);
        if (problems.any()) {
            return Optional.empty();
        }
        return Optional.of(new Challenge(
                id,
                title,
                skills,
                track,
                level,
                minutes,
                environments,
                categories,
                limits,
                form,
                companions,
                port,
                statement,
                exam.files(),
                exam.data(),
                starters,
                allSolutions,
                mutants,
                withoutMutant,
                files.contentHash()));
    }

    private List<String> environments(YamlMapping yaml) {
        List<String> known = new ArrayList<>();
        for (YamlMapping.Text name : yaml.texts("environments", 40)) {
            if (existing.environments().contains(name.value())) {
                known.add(name.value());
            } else {
                yaml.wrong(
                        "environments",
                        name.line(),
                        "names " + Wording.quoted(name.value()) + ", which does not exist",
                        Wording.allowed(name.value(), existing.environments()));
            }
        }
        return known;
    }

    private SortedMap<String, Integer> categories(YamlMapping yaml) {
        YamlMapping shares = yaml.mapping("categories", List.of());
        SortedMap<String, Integer> categories = new TreeMap<>();
        for (String name : shares.keys()) {
            if (!CATEGORY.matcher(name).matches()) {
                shares.wrong(
                        name,
                        shares.lineOf(name),
                        "is no name for a category",
                        "Use lower-case letters, digits and hyphens, at most 40.");
            }
            categories.put(name, shares.number(name, 1, 100));
        }
        if (shares.readable() && categories.isEmpty()) {
            yaml.wrong(
                    "categories",
                    yaml.lineOf("categories"),
                    "is empty",
                    "Name at least one with its share of the score, as `correctness: 60`.");
        }
        return categories;
    }

    private static Limits limits(YamlMapping yaml) {
        if (!yaml.has("limits")) {
            return Limits.DEFAULT;
        }
        YamlMapping limits = yaml.mapping("limits", LIMITS);
        Limits usual = Limits.DEFAULT;
        int memoryMiB = limits.number("memoryMiB", 64, 4096, usual.memoryMiB());
        return new Limits(
                seconds(limits, "buildSeconds", 600, usual.build()),
                seconds(limits, "readySeconds", 120, usual.ready()),
                seconds(limits, "examSeconds", 600, usual.exam()),
                seconds(limits, "buildCpuSeconds", 1200, usual.buildCpu()),
                seconds(limits, "cpuSeconds", 1200, usual.cpu()),
                memoryMiB,
                limits.number("filesMiB", 8, memoryMiB, Limits.usualFilesMiB(memoryMiB)),
                limits.number("processes", 16, 256, usual.processes()),
                limits.number("outputKiB", 16, 8192, usual.outputKiB()));
    }

    private static Duration seconds(YamlMapping limits, String key, int most, Duration usual) {
        return Duration.ofSeconds(limits.number(key, 1, most, (int) usual.toSeconds()));
    }

    private void requireDeclared(String folder, List<String> environments) {
        for (String name : files.namesIn(folder)) {
            if (!environments.contains(name)) {
                problems.add(
                        folder + "/" + name,
                        "This is for no environment that " + FILE + " declares",
                        environments.isEmpty()
                                ? "Declare it under `environments`."
                                : "Declare it under `environments`, or remove it. "
                                        + Wording.allowed(name, environments));
            }
        }
    }

    private SortedMap<String, SourceFiles> starters(PackageParts parts, List<String> environments) {
        SortedMap<String, SourceFiles> starters = new TreeMap<>();
        for (String environment : environments) {
            String place = "starter/" + environment;
            if (isMissing(place)) {
                problems.add(
                        place,
                        "The folder is missing or empty",
                        "Put what the candidate opens for " + environment + " there.");
            }
            starters.put(environment, parts.sourceFiles(place, files.below(place)));
        }
        return starters;
    }

    private SortedMap<String, SourceFiles> solutions(PackageParts parts, YamlMapping yaml, List<String> environments) {
        SortedMap<String, SourceFiles> solutions = new TreeMap<>();
        for (String environment : environments) {
            String place = "solutions/" + environment;
            if (!isMissing(place)) {
                solutions.put(environment, parts.sourceFiles(place, files.below(place)));
            }
        }
        int needed = Math.min(LEAST_SOLVED, environments.size());
        if (yaml.readable() && solutions.size() < needed) {
            List<String> missing = new ArrayList<>(environments);
            missing.removeAll(solutions.keySet());
            problems.add(
                    "solutions",
                    "There are solutions for " + solutions.size() + " of the environments; " + needed + " are needed",
                    "Put one that passes every test into "
                            + (missing.size() == 1 ? "" : "one of ")
                            + missing.stream().map(name -> "solutions/" + name).collect(Collectors.joining(", "))
                            + ".");
        }
        return solutions;
    }

    private boolean isMissing(String place) {
        return files.below(place).isEmpty() && !files.refusedBelow(place);
    }

    /** Those for each environment, and the variants of them. */
    private List<Solution> allSolutions(
            PackageParts parts, YamlMapping yaml, List<String> environments, SortedMap<String, SourceFiles> named) {
        List<Solution> all = new ArrayList<>();
        named.forEach((environment, source) -> all.add(new Solution(environment, environment, source)));
        for (String name : files.namesIn("solutions")) {
            if (environments.contains(name)) {
                continue;
            }
            Optional<String> environment = environments.stream()
                    .filter(one -> name.startsWith(one + "-") && Slug.matches(name))
                    .findFirst();
            String place = "solutions/" + name;
            if (environment.isPresent()) {
                all.add(new Solution(name, environment.get(), parts.sourceFiles(place, files.below(place))));
            } else if (yaml.has("environments")) {
                problems.add(
                        place,
                        "This is for no environment that " + FILE + " declares",
                        environments.isEmpty()
                                ? "Declare it under `environments`."
                                : "Declare it under `environments`, or remove it. A folder here is called after its environment,"
                                        + " or that and a variant, as `"
                                        + environments.getFirst() + "-plain`. "
                                        + Wording.allowed(name, environments));
            }
        }
        all.sort(Comparator.comparing(Solution::name));
        return all;
    }

    private void requireDifferent(SortedMap<String, SourceFiles> starters, SortedMap<String, SourceFiles> solutions) {
        starters.forEach((environment, starter) -> {
            if (!starter.files().isEmpty() && starter.equals(solutions.get(environment))) {
                problems.add(
                        "starter/" + environment,
                        "The starter is the same as the solution",
                        "Leave in the starter only what the candidate should begin with.");
            }
        });
    }

    private List<Mutant> mutants(
            PackageParts parts,
            Collection<String> environments,
            SortedMap<String, SourceFiles> solutions,
            ExamSources exam) {
        Set<String> names = new TreeSet<>(files.namesIn("mutants"));
        if (names.isEmpty() && !files.refusedBelow("mutants")) {
            problems.add(
                    "mutants",
                    "The folder is missing or empty",
                    "Add at least one wrong solution: mutants/<name>/mutant.yaml.");
        }
        List<Mutant> mutants = new ArrayList<>();
        Set<SourceFiles> seen = new HashSet<>();
        for (String name : names) {
            if (files.has("mutants/" + name)) {
                problems.add(
                        "mutants/" + name,
                        "A file directly in mutants/ belongs to no mutant",
                        "Move it into the folder of a mutant, or remove it.");
                continue;
            }
            new MutantReading(name, files, parts, problems, new TreeSet<>(environments), solutions, exam)
                    .read()
                    .ifPresent(mutant -> {
                        if (seen.add(mutant.files())) {
                            mutants.add(mutant);
                        } else {
                            problems.add(
                                    "mutants/" + name,
                                    "The mutant has the same files as another one",
                                    "Remove one of them.");
                        }
                    });
        }
        return mutants;
    }

    private static SortedMap<String, String> withoutMutant(YamlMapping yaml, ExamSources exam, List<Mutant> mutants) {
        SortedMap<String, String> reasons = new TreeMap<>();
        if (!yaml.has("withoutMutant")) {
            return reasons;
        }
        YamlMapping given = yaml.mapping("withoutMutant", List.of());
        for (String test : given.keys()) {
            if (!exam.testNames().isEmpty() && !exam.testNames().contains(test)) {
                given.wrong(
                        test, given.lineOf(test), "is no test of the exam", Wording.allowed(test, exam.testNames()));
            }
            mutants.stream()
                    .filter(mutant -> mutant.mustFail().contains(test))
                    .findFirst()
                    .ifPresent(mutant -> given.wrong(
                            test,
                            given.lineOf(test),
                            "has a reason, but the mutant " + mutant.name() + " fails it",
                            "Remove the reason."));
            reasons.put(test, given.text(test, 300));
        }
        return reasons;
    }
}

package dev.assay.challenge.icpc;

import dev.assay.challenge.SourceFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The cases below {@code data/}, as many as a challenge can hold, in the groups that become tests. */
final class TestData {

    /** Leaves room for the rest of the package. */
    private static final long ROOM = 7 * 1024 * 1024;

    private static final int MOST_CASES = 600;
    private static final int LARGE = 1024;

    private final IcpcFiles files;
    private final Format format;
    private final List<String> problemArguments;
    private final boolean customValidator;
    private final UnaryOperator<String> constants;
    private final List<NotImported> left;
    private final Map<String, Optional<IcpcYaml>> configurations = new HashMap<>();

    /**
     * @param problemArguments of the output validator, for all cases
     * @param customValidator whether the arguments are not for the default one
     */
    TestData(
            IcpcFiles files,
            Format format,
            List<String> problemArguments,
            boolean customValidator,
            UnaryOperator<String> constants,
            List<NotImported> left) {
        this.files = files;
        this.format = format;
        this.problemArguments = problemArguments;
        this.customValidator = customValidator;
        this.constants = constants;
        this.left = left;
    }

    /** Samples first; none is without a case. */
    List<CaseGroup> groups() {
        List<TestCase> samples = new ArrayList<>();
        List<TestCase> secret = new ArrayList<>();
        for (String path : files.below("data")) {
            if (path.endsWith(".in") && (path.startsWith("data/sample/") || path.startsWith("data/secret/"))) {
                read(path.substring(0, path.length() - ".in".length()))
                        .ifPresent(path.startsWith("data/sample/") ? samples::add : secret::add);
            }
        }
        Set<TestCase> kept = thatFit(samples, secret);
        List<CaseGroup> groups = new ArrayList<>(
                sampleGroups(samples.stream().filter(kept::contains).toList(), secret));
        groups.addAll(secretGroups(secret.stream().filter(kept::contains).toList()));
        return named(groups);
    }

    private Optional<TestCase> read(String source) {
        for (String ending : List.of(".in", ".ans")) {
            if (!files.has(source + ending)) {
                return leave(source + ending, "the file is missing, so there is no case");
            }
            Optional<String> trouble = files.trouble(source + ending);
            if (trouble.isPresent()) {
                return leave(source + ending, trouble.get());
            }
        }
        if (files.hasFolder(source + ".files")) {
            return leave(source + ".files", "a program here reads its standard input and no other files");
        }
        IcpcYaml own = yaml(source + ".yaml").orElse(IcpcYaml.EMPTY);
        String folder = source.substring(0, source.lastIndexOf('/'));
        if (!own.words("args").isEmpty() || !inherited(folder, List.of("args")).isEmpty()) {
            return leave(source + ".in", "a program here gets no command-line arguments");
        }
        String name = source.substring("data/".length());
        try {
            SourceFiles.requireValidPath(name + ".in");
            List<String> arguments = new ArrayList<>(problemArguments);
            List<String> keys = List.of("output_validator_args", "output_validator_flags");
            arguments.addAll(keys.stream().anyMatch(own::has) ? arguments(own, keys) : inherited(folder, keys));
            arguments.replaceAll(constants);
            Comparison comparison = customValidator
                    ? new Comparison.ByValidator(arguments)
                    : new Comparison.ByTokens(TokenComparison.of(arguments));
            return Optional.of(new TestCase(
                    source,
                    name,
                    text(source + ".in"),
                    text(source + ".ans"),
                    shown(source, ".in.statement", ".in"),
                    shown(source, ".ans.statement", ".out", ".ans"),
                    comparison));
        } catch (IllegalArgumentException e) {
            return leave(source + ".in", String.valueOf(e.getMessage()));
        }
    }

    private String text(String path) {
        return files.text(path).orElse("");
    }

    private String shown(String source, String... endings) {
        for (String ending : endings) {
            Optional<String> text = files.text(source + ending);
            if (text.isPresent()) {
                return text.get();
            }
        }
        return "";
    }

    private Optional<TestCase> leave(String file, String why) {
        left.add(new NotImported(file, why));
        return Optional.empty();
    }

    // ---- the validator's arguments -------------------------------------------------------------------------------

    /** From the nearest folder that says it; in 2025-09, from the nearest that has a configuration at all. */
    private List<String> inherited(String folder, List<String> keys) {
        for (String at = folder;
                at.startsWith("data");
                at = at.contains("/") ? at.substring(0, at.lastIndexOf('/')) : "") {
            for (String file : List.of("test_group.yaml", "testdata.yaml")) {
                Optional<IcpcYaml> yaml = yaml(at + "/" + file);
                if (yaml.isPresent()
                        && (format == Format.V_2025_09 || keys.stream().anyMatch(yaml.get()::has))) {
                    return arguments(yaml.get(), keys);
                }
            }
        }
        return List.of();
    }

    private static List<String> arguments(IcpcYaml yaml, List<String> keys) {
        for (String key : keys) {
            if (yaml.has(key)) {
                IcpcYaml named = yaml.mapping(key);
                return named.has("flags") ? named.words("flags") : yaml.words(key);
            }
        }
        return List.of();
    }

    private Optional<IcpcYaml> yaml(String path) {
        return configurations.computeIfAbsent(path, _ -> {
            try {
                return files.text(path).map(IcpcYaml::parse);
            } catch (IllegalArgumentException e) {
                left.add(new NotImported(path, String.valueOf(e.getMessage())));
                return Optional.empty();
            }
        });
    }

    // ---- what fits -----------------------------------------------------------------------------------------------

    /** Half of the room is for the largest that fit, where slow programs fail; the smallest take the rest. */
    private Set<TestCase> thatFit(Collection<TestCase> samples, Collection<TestCase> secret) {
        Set<TestCase> kept = new HashSet<>(samples);
        List<TestCase> bySize = new ArrayList<>(secret);
        bySize.sort(Comparator.comparingLong(TestCase::size).reversed().thenComparing(TestCase::name));
        long room = ROOM - samples.stream().mapToLong(TestCase::size).sum();
        if (bySize.stream().mapToLong(TestCase::size).sum() <= room && bySize.size() <= MOST_CASES) {
            kept.addAll(bySize);
            return kept;
        }
        long half = room / 2;
        for (TestCase one : bySize) {
            if (one.size() <= half && kept.size() < MOST_CASES / 2) {
                kept.add(one);
                half -= one.size();
                room -= one.size();
            }
        }
        for (TestCase one : bySize.reversed()) {
            if (!kept.contains(one) && one.size() <= room && kept.size() < MOST_CASES) {
                kept.add(one);
                room -= one.size();
            }
        }
        for (TestCase one : secret) {
            if (!kept.contains(one)) {
                left.add(new NotImported(
                        one.source() + ".in",
                        "all cases together may have " + ROOM / 1024 / 1024 + " MiB, and there may be " + MOST_CASES));
            }
        }
        return kept;
    }

    // ---- groups --------------------------------------------------------------------------------------------------

    private static List<CaseGroup> sampleGroups(List<TestCase> samples, List<TestCase> secret) {
        List<CaseGroup> groups = new ArrayList<>();
        int number = 0;
        for (TestCase sample : samples) {
            number++;
            groups.add(new CaseGroup("sample" + number, "Example " + number, true, true, List.of(sample)));
        }
        if (samples.isEmpty() && !secret.isEmpty()) {
            // A trial run must have something to run.
            TestCase least = secret.stream()
                    .min(Comparator.comparingLong(TestCase::size))
                    .orElseThrow();
            groups.add(new CaseGroup(
                    "trial", "A small case, whose data are not shown", true, false, List.of(least.in("trial"))));
        }
        return groups;
    }

    private static List<CaseGroup> secretGroups(List<TestCase> secret) {
        Map<String, List<TestCase>> folders = new TreeMap<>();
        for (TestCase one : secret) {
            folders.computeIfAbsent(one.name().substring(0, one.name().lastIndexOf('/')), _ -> new ArrayList<>())
                    .add(one);
        }
        if (folders.size() == 1) {
            return bySize(folders.values().iterator().next());
        }
        List<CaseGroup> groups = new ArrayList<>();
        folders.forEach((folder, cases) -> groups.add(new CaseGroup(
                identifier(folder),
                (folder.equals("secret") ? "Secret cases" : "Secret cases: " + folder.substring("secret/".length()))
                        + count(cases),
                false,
                false,
                cases)));
        return groups;
    }

    /** Apart, so that a right but slow program is told from a wrong one. */
    private static List<CaseGroup> bySize(List<TestCase> cases) {
        int most = cases.stream().mapToInt(one -> one.input().length()).max().orElse(0);
        int large = Math.max(LARGE, most / 10);
        List<TestCase> smallOnes = cases.stream()
                .filter(one -> one.input().length() < large)
                .map(one -> one.in("secret/small"))
                .toList();
        List<TestCase> largeOnes = cases.stream()
                .filter(one -> one.input().length() >= large)
                .map(one -> one.in("secret/large"))
                .toList();
        if (smallOnes.isEmpty() || largeOnes.isEmpty()) {
            return List.of(new CaseGroup("secretCases", "Secret cases" + count(cases), false, false, cases));
        }
        return List.of(
                new CaseGroup("smallSecretCases", "Small secret cases" + count(smallOnes), false, false, smallOnes),
                new CaseGroup("largeSecretCases", "Large secret cases" + count(largeOnes), false, false, largeOnes));
    }

    private static String count(List<TestCase> cases) {
        return " (" + cases.size() + ")";
    }

    /** In camel case: {@code secret/group-1} is {@code secretGroup1}. */
    private static String identifier(String folder) {
        StringBuilder name = new StringBuilder();
        for (String word : folder.split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
            }
        }
        return name.toString();
    }

    /** Two folders may have names that differ only in what no method can be called. */
    private static List<CaseGroup> named(List<CaseGroup> groups) {
        Map<String, CaseGroup> byName = new LinkedHashMap<>();
        for (CaseGroup group : groups) {
            String name = group.method();
            for (int number = 2; byName.containsKey(name); number++) {
                name = group.method() + "Number" + number;
            }
            byName.put(name, new CaseGroup(name, group.title(), group.visible(), group.shown(), group.cases()));
        }
        return List.copyOf(byName.values());
    }
}

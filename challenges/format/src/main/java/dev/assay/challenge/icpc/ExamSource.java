package dev.assay.challenge.icpc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The exam as Java: one test for each group of cases. */
final class ExamSource {

    static final String FILE = "CaseTests.java";
    static final String CLASS = "CaseTests";
    static final String SAMPLES = "samples";
    static final String SECRET = "secret";

    /** For the way there and back, on a busy machine. */
    private static final int SLACK_SECONDS = 10;

    private final List<CaseGroup> groups;
    private final Duration limit;
    private final Comparison usual;

    private ExamSource(List<CaseGroup> groups, Duration limit) {
        this.groups = groups;
        this.limit = limit;
        this.usual = mostOften(groups);
    }

    static String of(List<CaseGroup> groups, Duration limit) {
        return new ExamSource(groups, limit).text();
    }

    private static Comparison mostOften(List<CaseGroup> groups) {
        return groups.stream()
                .flatMap(group -> group.cases().stream())
                .collect(Collectors.groupingBy(TestCase::comparison, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Comparison.ByTokens.LENIENT);
    }

    private String text() {
        String tests = groups.stream().map(this::test).collect(Collectors.joining("\n"));
        String comparison = usual.equals(Comparison.ByTokens.LENIENT) ? "" : usual.call();
        boolean validated = usual instanceof Comparison.ByValidator;
        boolean kept = validated && tests.contains("validator");
        String body = """
                class CaseTests {
                    private static final Duration LIMIT = Duration.ofSeconds(%d);

                    private final Cases cases;
                %s
                    CaseTests(Program program, Data data%s) {
                %s        cases = new Cases(program, data, LIMIT)%s;
                    }

                %s}
                """.formatted(
                        limit.toSeconds(),
                        kept ? "    private final Validator validator;\n" : "",
                        validated ? ", Validator validator" : "",
                        kept ? "        this.validator = validator;\n" : "",
                        comparison,
                        tests);
        return imports(body) + "\n/** Made from a problem package. The cases lie in exam/data. */\n" + body;
    }

    private static String imports(String body) {
        List<String> imports = new ArrayList<>();
        for (String type : List.of("Cases", "Category", "Data", "Program", "Tokens", "Validator", "Visible")) {
            if (body.contains(type + "(")
                    || body.contains(type + ".")
                    || body.contains(type + " ")
                    || body.contains("@" + type)) {
                imports.add("dev.assay.exam." + type);
            }
        }
        imports.add("java.time.Duration");
        if (body.contains("List.of")) {
            imports.add("java.util.List");
        }
        for (String type : List.of("DisplayName", "Test", "Timeout")) {
            imports.add("org.junit.jupiter.api." + type);
        }
        return imports.stream().map(type -> "import " + type + ";\n").collect(Collectors.joining());
    }

    private String test(CaseGroup group) {
        return """
                    @Test
                %s    @Category("%s")
                    @Timeout(%d)
                    @DisplayName("%s")
                    void %s() {
                %s    }
                """.formatted(
                        group.visible() ? "    @Visible\n" : "",
                        group.visible() ? SAMPLES : SECRET,
                        seconds(group),
                        group.title().replace("\\", "\\\\").replace("\"", "\\\""),
                        group.method(),
                        runs(group));
    }

    private long seconds(CaseGroup group) {
        return group.cases().size() * limit.toSeconds() + SLACK_SECONDS;
    }

    private String runs(CaseGroup group) {
        Map<Comparison, List<TestCase>> byComparison = group.cases().stream()
                .collect(
                        Collectors.groupingBy(TestCase::comparison, java.util.LinkedHashMap::new, Collectors.toList()));
        boolean whole = byComparison.size() == 1 && isFolder(group);
        StringBuilder runs = new StringBuilder();
        byComparison.forEach((comparison, cases) -> {
            String with = comparison.equals(usual) ? "cases" : "cases" + comparison.call();
            String names = list(cases, TestCase::name);
            runs.append("        ").append(with);
            if (group.shown()) {
                runs.append(".pass(").append(names);
            } else if (whole) {
                runs.append(".passUnseen(cases.in(\"")
                        .append(folder(group.cases().getFirst()))
                        .append("\")");
            } else {
                runs.append(".passUnseen(List.of(").append(names).append(')');
            }
            runs.append(");\n");
        });
        return runs.toString();
    }

    /** Whether the group is all that lies directly in its folder, so that a case can be added by adding its files. */
    private boolean isFolder(CaseGroup group) {
        String folder = folder(group.cases().getFirst());
        long there = groups.stream()
                .flatMap(one -> one.cases().stream())
                .filter(one -> folder(one).equals(folder))
                .count();
        return there == group.cases().size()
                && group.cases().stream().allMatch(one -> folder(one).equals(folder));
    }

    private static String folder(TestCase one) {
        return one.name().substring(0, one.name().lastIndexOf('/'));
    }

    private static String list(List<TestCase> cases, Function<TestCase, String> name) {
        return cases.stream().map(name).map(text -> "\"" + text + "\"").collect(Collectors.joining(", "));
    }
}

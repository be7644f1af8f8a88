package dev.assay.challenge;

import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The exam's Java sources. They are not compiled here, only looked over for slips that would otherwise show up much
 * later: no test at all, a category that is not declared, a mutant that names a test that is not there.
 */
record ExamSources(SourceFiles files, ExamData data, SortedSet<String> testNames) {

    private static final String DATA = "data/";
    private static final String VALIDATOR = "validator/";

    /** Literals are matched too, so that a slash and a star in a text begin no comment. */
    private static final Pattern COMMENT_OR_LITERAL = Pattern.compile(
            "/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"|'(?:\\\\.|[^'\\\\\\n])'",
            Pattern.DOTALL);

    private static final Pattern CATEGORY = Pattern.compile("@Category\\s*\\(\\s*(?:value\\s*=\\s*)?\"([^\"]*)\"");
    private static final Pattern TYPE_OR_TEST = Pattern.compile("\\bclass\\s+(\\w+)|@(?:Test|ParameterizedTest|"
            + "RepeatedTest|TestFactory|TestTemplate)\\b|(?:\\bvoid|>)\\s+(\\w+)\\s*\\(");

    static ExamSources read(PackageFiles files, Collection<String> categories, Problems problems) {
        SortedMap<String, String> sources = new TreeMap<>();
        SortedMap<String, String> data = new TreeMap<>();
        SortedSet<String> tests = new TreeSet<>();
        files.below("exam").forEach((path, text) -> {
            if (path.startsWith(DATA)) {
                data.put(path.substring(DATA.length()), text);
                return;
            }
            if (path.startsWith(VALIDATOR)) {
                return;
            }
            if (path.contains("/") || !path.endsWith(".java")) {
                problems.add(
                        "exam/" + path,
                        "Only Java sources directly in exam/, what they read in exam/data/, and exam/validator/ belong to the exam",
                        "Move it there, or remove it.");
                return;
            }
            sources.put(path, text);
            String code = withoutComments(text);
            tests.addAll(testsIn(code));
            if (!categories.isEmpty()) {
                requireCategories("exam/" + path, code, categories, problems);
            }
        });
        if (tests.isEmpty() && !files.refusedBelow("exam")) {
            problems.add(
                    "exam",
                    sources.isEmpty() ? "The exam is missing" : "The exam has no test",
                    "Write exam/<Name>Tests.java with methods annotated with @Test.");
        }
        return new ExamSources(
                new PackageParts(files, problems).sourceFiles("exam", sources), examData(data, problems), tests);
    }

    private static ExamData examData(SortedMap<String, String> found, Problems problems) {
        try {
            return new ExamData(found);
        } catch (IllegalArgumentException e) {
            problems.add("exam/data", String.valueOf(e.getMessage()), "Remove what is not needed.");
            return ExamData.NONE;
        }
    }

    private static SortedSet<String> testsIn(String code) {
        SortedSet<String> tests = new TreeSet<>();
        Matcher matcher = TYPE_OR_TEST.matcher(code);
        String type = "";
        boolean annotated = false;
        while (matcher.find()) {
            String method = matcher.group(2);
            if (matcher.group(1) != null) {
                type = matcher.group(1);
            } else if (method == null) {
                annotated = true;
            } else if (annotated) {
                tests.add(type + "." + method);
                annotated = false;
            }
        }
        return tests;
    }

    private static void requireCategories(String path, String code, Collection<String> categories, Problems problems) {
        Matcher matcher = CATEGORY.matcher(code);
        while (matcher.find()) {
            String category = matcher.group(1);
            if (!categories.contains(category)) {
                problems.add(
                        path,
                        lineAt(code, matcher.start()),
                        "The category " + Wording.quoted(category) + " is not declared in challenge.yaml",
                        Wording.allowed(category, categories));
            }
        }
    }

    /** Blanks comments but keeps their line breaks, so that lines can still be counted. */
    private static String withoutComments(String code) {
        return COMMENT_OR_LITERAL
                .matcher(code)
                .replaceAll(found -> found.group().startsWith("/")
                        ? found.group().replaceAll("[^\n]", "")
                        : Matcher.quoteReplacement(found.group()));
    }

    private static int lineAt(String text, int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }
}

package dev.assay.challenge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads one {@code mutants/<name>/} folder: the environment's solution with edits and overlaid files. */
final class MutantReading {

    private static final List<String> KEYS = List.of("environment", "idea", "fails", "edits");
    private static final List<String> EDIT = List.of("file", "find", "replace");
    private static final int LONGEST_EDIT = 20_000;

    private final String name;
    private final String folder;
    private final PackageFiles files;
    private final PackageParts parts;
    private final Problems problems;
    private final SortedSet<String> environments;
    private final SortedMap<String, SourceFiles> solutions;
    private final ExamSources exam;

    MutantReading(
            String name,
            PackageFiles files,
            PackageParts parts,
            Problems problems,
            SortedSet<String> environments,
            SortedMap<String, SourceFiles> solutions,
            ExamSources exam) {
        this.name = name;
        this.folder = "mutants/" + name;
        this.files = files;
        this.parts = parts;
        this.problems = problems;
        this.environments = environments;
        this.solutions = solutions;
        this.exam = exam;
    }

    /** Empty when something is wrong with it. */
    Optional<Mutant> read() {
        int before = problems.inOrder().size();
        if (!Slug.matches(name)) {
            problems.add(folder, "The name cannot be a mutant's name", Slug.RULE);
        }
        YamlMapping yaml = YamlFile.read(files, folder + "/mutant.yaml", KEYS, problems);
        String environment = yaml.text("environment", 40);
        String idea = yaml.longText("idea", 1000)
                .map(YamlMapping.Text::value)
                .orElse("")
                .strip();
        SortedSet<String> fails = fails(yaml);
        if (environment.isEmpty() || environments.isEmpty()) {
            return Optional.empty();
        }
        if (!environments.contains(environment)) {
            yaml.wrong(
                    "environment",
                    yaml.lineOf("environment"),
                    "is " + Wording.quoted(environment) + ", which the challenge does not declare",
                    Wording.allowed(environment, environments));
            return Optional.empty();
        }
        if (!solutions.containsKey(environment) && !solutions.isEmpty()) {
            yaml.wrong(
                    "environment",
                    yaml.lineOf("environment"),
                    "is " + Wording.quoted(environment) + ", for which there is no solution to be changed",
                    Wording.allowed(environment, solutions.keySet()));
            return Optional.empty();
        }
        SourceFiles solution = solutions.getOrDefault(environment, SourceFiles.empty());
        SourceFiles changed = changed(yaml, solution);
        if (fails.isEmpty() || solution.files().isEmpty() || problems.inOrder().size() > before) {
            return Optional.empty();
        }
        return Optional.of(new Mutant(name, environment, idea, changed, fails));
    }

    private SortedSet<String> fails(YamlMapping yaml) {
        SortedSet<String> fails = new TreeSet<>();
        for (YamlMapping.Text test : yaml.texts("fails", 200)) {
            fails.add(test.value());
            if (!exam.testNames().isEmpty() && !exam.testNames().contains(test.value())) {
                yaml.wrong(
                        "fails",
                        test.line(),
                        "names " + Wording.quoted(test.value()) + ", which is no test of the exam",
                        Wording.allowed(test.value(), exam.testNames()));
            }
        }
        return fails;
    }

    private SourceFiles changed(YamlMapping yaml, SourceFiles solution) {
        TreeMap<String, String> overlay = new TreeMap<>(files.below(folder));
        overlay.remove("mutant.yaml");
        boolean hasEdits = yaml.has("edits");
        if (!hasEdits && overlay.isEmpty() && yaml.readable() && !files.refusedBelow(folder)) {
            problems.add(
                    yaml.file(),
                    "The mutant changes nothing",
                    "Add `edits` with file, find and replace, or put changed files beside mutant.yaml.");
        }
        SourceFiles edited = solution;
        if (hasEdits) {
            for (YamlMapping edit : yaml.mappings("edits", EDIT)) {
                edited = edited(edit, edited, overlay);
            }
        }
        TreeMap<String, String> all = new TreeMap<>(edited.files());
        all.putAll(overlay);
        SourceFiles changed = parts.sourceFiles(folder, all);
        if ((hasEdits || !overlay.isEmpty())
                && !solution.files().isEmpty()
                && !problems.any()
                && changed.equals(solution)) {
            problems.add(yaml.file(), "The mutant is the same as the solution", "Change something in it.");
        }
        return changed;
    }

    private SourceFiles edited(YamlMapping edit, SourceFiles source, SortedMap<String, String> overlay) {
        String file = edit.text("file", SourceFiles.MAX_PATH_LENGTH);
        Optional<YamlMapping.Text> find = edit.longText("find", LONGEST_EDIT);
        String replace = edit.emptyOrText("replace", LONGEST_EDIT);
        if (file.isEmpty() || find.isEmpty() || source.files().isEmpty()) {
            return source;
        }
        if (overlay.containsKey(file)) {
            edit.wrong(
                    "file",
                    edit.lineOf("file"),
                    "is " + Wording.quoted(file) + ", which also lies beside mutant.yaml",
                    "Edit the solution's file or replace it whole, not both.");
            return source;
        }
        Optional<String> text = source.text(file);
        if (text.isEmpty()) {
            edit.wrong(
                    "file",
                    edit.lineOf("file"),
                    "is " + Wording.quoted(file) + ", which the solution does not have",
                    Wording.allowed(file, source.paths()));
            return source;
        }
        String sought = find.get().value();
        List<Integer> lines = linesWith(text.get(), sought);
        if (lines.size() != 1) {
            edit.wrong(
                    "find",
                    find.get().line(),
                    lines.isEmpty()
                            ? "does not occur in " + file + ": " + Wording.quoted(sought)
                            : "occurs " + lines.size() + " times in " + file + ", in the lines " + lines,
                    "It must occur exactly once, spaces and line breaks included.");
            return source;
        }
        return source.with(file, text.get().replace(sought, replace));
    }

    private static List<Integer> linesWith(String text, String sought) {
        List<Integer> lines = new ArrayList<>();
        for (int at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
            lines.add(1
                    + (int) text.substring(0, at).chars().filter(c -> c == '\n').count());
        }
        return lines;
    }
}

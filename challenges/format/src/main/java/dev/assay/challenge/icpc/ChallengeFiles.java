package dev.assay.challenge.icpc;

import dev.assay.challenge.Limits;
import dev.assay.challenge.Slug;
import dev.assay.challenge.SourceFiles;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes a challenge, in memory. */
final class ChallengeFiles {

    private final IcpcPackage problem;
    private final Judged judged;
    private final List<NotImported> left;
    private final Map<String, IcpcSubmission> named = new LinkedHashMap<>();
    private final SortedMap<String, String> files = new TreeMap<>();
    private final SortedSet<String> detected = new TreeSet<>();
    private final Set<String> names = new HashSet<>();

    ChallengeFiles(IcpcPackage problem, Judged judged, List<NotImported> left) {
        this.problem = problem;
        this.judged = judged;
        this.left = left;
    }

    SortedMap<String, String> all() {
        solutions();
        mutants();
        named.keySet().forEach(environment -> put("starter/" + environment, Starters.in(environment)));
        files.put("exam/" + ExamSource.FILE, ExamSource.of(problem.groups(), judged.limit()));
        problem.validator().ifPresent(validator -> put("exam/validator/" + validator.language(), validator.files()));
        problem.data().forEach((path, text) -> files.put("exam/data/" + path, text));
        files.put("statement.md", statement());
        files.put("challenge.yaml", challenge());
        files.put("README.md", readme());
        return files;
    }

    private void put(String folder, SourceFiles sources) {
        sources.files().forEach((path, text) -> files.put(folder + "/" + path, text));
    }

    // ---- solutions and mutants -----------------------------------------------------------------------------------

    private void solutions() {
        Set<SourceFiles> seen = new HashSet<>();
        for (IcpcSubmission solution : judged.solutions()) {
            if (!seen.add(solution.files())) {
                continue;
            }
            String environment = solution.environment();
            if (named.putIfAbsent(environment, solution) == null) {
                put("solutions/" + environment, solution.files());
            } else {
                put("solutions/" + free(environment + "-" + slug(solution.name())), solution.files());
            }
        }
    }

    private void mutants() {
        Set<SourceFiles> seen = new HashSet<>();
        for (Judged.Wrong mutant : judged.mutants()) {
            IcpcSubmission solution = named.get(mutant.submission().environment());
            if (solution == null) {
                continue;
            }
            SourceFiles beside = mutant.submission().besideDescription(solution);
            if (!seen.add(beside)) {
                continue;
            }
            String folder = "mutants/"
                    + free(slug(mutant.submission().folder() + "-"
                            + mutant.submission().name()));
            mutant(folder, mutant.submission().environment(), idea(mutant.submission()), mutant.fails());
            put(folder, beside);
        }
        if (seen.isEmpty()) {
            String environment = named.keySet().iterator().next();
            mutant(
                    "mutants/answers-nothing",
                    environment,
                    "Reads its input and answers nothing. It only shows that the tests can fail; write others with mistakes"
                            + " that people make.",
                    problem.tests());
            put("mutants/answers-nothing", Starters.in(environment));
        }
    }

    private void mutant(String folder, String environment, String idea, SortedSet<String> fails) {
        detected.addAll(fails);
        files.put(
                folder + "/mutant.yaml",
                "environment: " + environment + "\nidea: " + quoted(idea) + "\nfails:\n"
                        + fails.stream().map(test -> "  - " + test + "\n").collect(Collectors.joining()));
    }

    private static String idea(IcpcSubmission submission) {
        String what = submission.label().required().stream()
                .findFirst()
                .map(some -> some.stream().map(CaseVerdict::words).collect(Collectors.joining(" or ")))
                .orElse("wrong");
        return "Ends with " + what + ", as the problem package says of " + submission.path() + ".";
    }

    private String free(String wanted) {
        String name = wanted;
        for (int number = 2; !names.add(name); number++) {
            String suffix = "-" + number;
            name = wanted.substring(0, Math.min(wanted.length(), Slug.LONGEST - suffix.length())) + suffix;
        }
        return name;
    }

    private static String slug(String text) {
        String slug = Slug.of(text, Slug.LONGEST - 10);
        return slug.isEmpty() ? "submission" : slug;
    }

    // ---- texts ---------------------------------------------------------------------------------------------------

    private String challenge() {
        Limits limits = problem.limits(judged.limit());
        StringBuilder yaml = new StringBuilder();
        yaml.append("# Look through level, minutes and skills: a problem package does not tell them.\n");
        yaml.append("title: ").append(quoted(problem.title())).append('\n');
        yaml.append("skills: [")
                .append(problem.skills().stream().map(ChallengeFiles::quoted).collect(Collectors.joining(", ")))
                .append("]\n");
        yaml.append("track: developer\nlevel: mid\nminutes: 60\n");
        yaml.append("environments: [").append(String.join(", ", named.keySet())).append("]\n");
        yaml.append("categories:\n");
        problem.categories()
                .forEach((category, share) -> yaml.append("  ")
                        .append(category)
                        .append(": ")
                        .append(share)
                        .append('\n'));
        yaml.append("form: program\nlimits:\n");
        yaml.append("  examSeconds: ").append(limits.exam().toSeconds()).append('\n');
        yaml.append("  cpuSeconds: ").append(limits.cpu().toSeconds()).append('\n');
        yaml.append("  memoryMiB: ").append(limits.memoryMiB()).append('\n');
        yaml.append("  filesMiB: ").append(limits.filesMiB()).append('\n');
        SortedSet<String> undetected = new TreeSet<>(problem.hiddenTests());
        undetected.removeAll(detected);
        if (!undetected.isEmpty()) {
            yaml.append("withoutMutant:\n");
            undetected.forEach(
                    test -> yaml.append("  ")
                            .append(test)
                            .append(
                                    ": No wrong submission of the problem package that can be run here fails one of these cases.\n"));
        }
        return yaml.toString();
    }

    private String statement() {
        List<TestCase> samples = problem.groups().stream()
                .filter(CaseGroup::shown)
                .flatMap(group -> group.cases().stream())
                .toList();
        return Statement.page(problem.title(), problem.body(), samples, judging(samples.size()));
    }

    private String judging(int samples) {
        List<Comparison> comparisons = problem.groups().stream()
                .flatMap(group -> group.cases().stream())
                .map(TestCase::comparison)
                .distinct()
                .toList();
        StringBuilder text = new StringBuilder();
        text.append(
                        "Your program reads its standard input, writes the answer to standard output, and ends with exit code 0.")
                .append(
                        " It is started anew for each case, gets no arguments, and needs no prompt or explanation in its output.")
                .append(" A case may take ")
                .append(judged.limit().toSeconds())
                .append(" seconds, the start of the program included, and ")
                .append(problem.limits(judged.limit()).memoryMiB())
                .append(" MiB of memory.\n\n");
        text.append(
                comparisons.size() == 1
                        ? comparisons.getFirst().words()
                        : comparisons.getFirst() instanceof Comparison.ByValidator byProgram
                                ? byProgram.words()
                                : "The output is compared with the right answer word by word, in some cases with a tolerance for"
                                        + " numbers.");
        text.append("\n\n");
        if (samples == 0) {
            text.append("You can try it with an input of your own:\n\n```text\n./program < input.txt\n```\n\n");
        }
        text.append(
                samples == 0
                        ? "All cases are hidden; a trial run tells whether a small one of them passes."
                        : "The examples above count a tenth. The rest is for hidden cases: a group of them counts when"
                                + " your program passes all that are in it.");
        if (problem.mustBeShown()) {
            text.append("\n\nThis problem is ").append(problem.credits()).append('.');
        }
        return text.toString();
    }

    private String readme() {
        StringBuilder text = new StringBuilder("# " + problem.title() + "\n\n");
        text.append("Made by `./assay import` from the problem package `")
                .append(problem.name())
                .append("` (format ")
                .append(problem.format().written())
                .append("), ")
                .append(problem.credits())
                .append(".\n");
        if (!left.isEmpty()) {
            text.append("\nNot imported:\n\n");
            left.forEach(one -> text.append("- `")
                    .append(one.file().replace("`", ""))
                    .append("`: ")
                    .append(one.why().replaceAll("\\p{Cntrl}+", " "))
                    .append('\n'));
        }
        return text.toString();
    }

    /** As a text of YAML in one line. */
    private static String quoted(String text) {
        return "\"" + text.replaceAll("\\p{Cntrl}+", " ").replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}

package dev.assay.challenge.icpc;

import dev.assay.challenge.PackageException;
import dev.assay.challenge.PackageProblem;
import dev.assay.challenge.Validator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a problem package of ICPC and Kattis: legacy, 2023-07 or 2025-09. */
public final class IcpcReader {

    private static final String FILE = "problem.yaml";
    private static final Set<String> READ = Set.of(
            FILE,
            "statement",
            "problem_statement",
            "data",
            "submissions",
            "include",
            "output_validator",
            "output_validators");
    private static final Map<String, String> KINDS = Map.of(
            "interactive", "talks with the program while it runs",
            "multi-pass", "runs a program several times over its own output",
            "submit-answer", "is answered with files and not with a program",
            "scoring", "gives points instead of passing or failing",
            "score", "gives points instead of passing or failing");

    private final Path folder;
    private final IcpcFiles files;
    private final List<PackageProblem> problems = new ArrayList<>();
    private final List<NotImported> left = new ArrayList<>();

    private IcpcReader(Path folder) {
        this.folder = folder;
        this.files = IcpcFiles.of(folder);
        this.left.addAll(files.left());
    }

    /** @throws PackageException when nothing of use can be made of it */
    public static IcpcPackage read(Path folder) throws PackageException {
        if (!Files.isDirectory(folder)) {
            throw new PackageException(
                    folder,
                    List.of(new PackageProblem(
                            ".",
                            0,
                            Files.exists(folder) ? "This is a file, not a folder" : "The folder does not exist",
                            "Give the folder of a problem package; unpack a .zip or .kpp file first.")));
        }
        return new IcpcReader(folder).read();
    }

    private IcpcPackage read() throws PackageException {
        IcpcYaml yaml = problemYaml();
        Format format = format(yaml);
        refuseOtherKinds(yaml);
        String place = files.hasFolder("output_validator") ? "output_validator" : "output_validators";
        boolean custom = format == Format.LEGACY ? yaml.words("validation").contains("custom") : files.hasFolder(place);
        Optional<Validator> validator = custom ? validator(place) : Optional.empty();
        if (!custom && files.hasFolder(place)) {
            left.add(new NotImported(place, "problem.yaml says that the default validator decides"));
        }
        Constants constants = Constants.of(yaml.mapping("constants"));
        constants
                .tooLong()
                .forEach(name -> left.add(new NotImported(
                        FILE, "the constant " + name + " has more than " + Constants.LONGEST + " characters")));
        List<CaseGroup> groups =
                new TestData(files, format, problemArguments(yaml, format), custom, constants::in, left).groups();
        if (groups.isEmpty()) {
            problems.add(new PackageProblem(
                    "data",
                    0,
                    "There is no case that can be taken over",
                    "See what is said of its files: " + leftBelow("data")));
        }
        List<IcpcSubmission> submissions = new Submissions(files, format, constants::in, left).read();
        if (submissions.stream().noneMatch(one -> one.label().isSolution())) {
            problems.add(new PackageProblem(
                    "submissions/accepted",
                    0,
                    "There is no accepted submission in a language that there is an environment for",
                    "Add one in Java, Python, JavaScript, Go, PHP or Ruby: without it nothing shows that the exam can be"
                            + " passed. " + leftBelow("submissions/accepted")));
        }
        requireNone();
        StatementFile statement = statement(yaml, constants);
        nameTheRest();
        return new IcpcPackage(
                String.valueOf(folder.toAbsolutePath().normalize().getFileName()),
                format,
                statement.title(),
                skills(yaml),
                credits(yaml),
                statement.body(),
                groups,
                validator,
                timing(yaml, format),
                memory(yaml),
                submissions,
                left);
    }

    private void requireNone() throws PackageException {
        if (!problems.isEmpty()) {
            throw new PackageException(folder, problems);
        }
    }

    // ---- problem.yaml --------------------------------------------------------------------------------------------

    private IcpcYaml problemYaml() throws PackageException {
        try {
            if (files.has(FILE)) {
                return IcpcYaml.parse(files.text(FILE).orElse(""));
            }
            problems.add(new PackageProblem(
                    FILE, 0, "The file is missing", "Give the folder of a problem package of ICPC or Kattis."));
        } catch (IllegalArgumentException e) {
            problems.add(new PackageProblem(FILE, 0, "It cannot be read: " + e.getMessage(), "Correct it."));
        }
        throw new PackageException(folder, problems);
    }

    private Format format(IcpcYaml yaml) {
        String version = yaml.text("problem_format_version").orElse("legacy");
        Optional<Format> format = Format.of(version);
        if (format.isEmpty()) {
            problems.add(new PackageProblem(
                    FILE,
                    0,
                    "\"problem_format_version\" is \"" + version + "\", which is not known",
                    "Known are legacy, 2023-07 and 2025-09."));
        }
        return format.orElse(Format.V_2025_09);
    }

    private void refuseOtherKinds(IcpcYaml yaml) {
        List<String> words = new ArrayList<>(yaml.words("type"));
        words.addAll(yaml.words("validation"));
        for (String word : words.stream().distinct().toList()) {
            if (KINDS.containsKey(word)) {
                problems.add(new PackageProblem(
                        FILE,
                        0,
                        "The problem is \"" + word + "\": it " + KINDS.get(word),
                        "Such a problem cannot be imported; only those that pass or fail, case by case, can."));
            }
        }
    }

    /** Nothing when it cannot be taken over, which is a problem then. */
    private Optional<Validator> validator(String place) {
        try {
            return Optional.of(OutputValidator.read(files, place));
        } catch (IllegalArgumentException e) {
            problems.add(
                    new PackageProblem(
                            place,
                            0,
                            "The package's own validator cannot be taken over: " + e.getMessage(),
                            "It must be one program in C++, Java, Python, JavaScript, Go, PHP or Ruby, with all that it needs."));
            return Optional.empty();
        }
    }

    private static List<String> problemArguments(IcpcYaml yaml, Format format) {
        return format == Format.LEGACY || yaml.has("validator_flags") ? yaml.words("validator_flags") : List.of();
    }

    private static Timing timing(IcpcYaml yaml, Format format) {
        IcpcYaml limits = yaml.mapping("limits");
        double multiplier = format == Format.LEGACY
                ? limits.number("time_multiplier").orElse(5)
                : limits.mapping("time_multipliers").number("ac_to_time_limit").orElse(2);
        return new Timing(Math.clamp(multiplier, 1, 100), limits.number("time_limit"));
    }

    private static OptionalInt memory(IcpcYaml yaml) {
        return yaml.mapping("limits").number("memory").stream()
                .mapToInt(value -> (int) value)
                .findFirst();
    }

    private static List<String> skills(IcpcYaml yaml) {
        List<String> skills = yaml.words("keywords").stream()
                .map(word -> word.toLowerCase(Locale.ROOT).replaceAll("[\\p{Cntrl}]", ""))
                .filter(word -> !word.isBlank() && word.length() <= 40)
                .distinct()
                .limit(8)
                .toList();
        return skills.isEmpty() ? List.of("algorithms") : skills;
    }

    private static Credits credits(IcpcYaml yaml) {
        List<String> authors = yaml.has("credits")
                ? yaml.mapping("credits").has("authors")
                        ? yaml.mapping("credits").names("authors")
                        : yaml.names("credits")
                : yaml.names("author");
        return new Credits(
                String.join(", ", authors),
                String.join(", ", yaml.names("source")),
                yaml.text("rights_owner").orElse(""),
                yaml.text("license").orElse("unknown"));
    }

    // ---- the statement -------------------------------------------------------------------------------------------

    private record StatementFile(String title, String body) {}

    private StatementFile statement(IcpcYaml yaml, Constants constants) {
        List<String> found = new ArrayList<>();
        for (String place : List.of("statement", "problem_statement")) {
            files.namesIn(place).stream()
                    .filter(name -> name.matches("problem(\\.[A-Za-z-]+)?\\.(md|tex)"))
                    .map(name -> place + "/" + name)
                    .forEach(found::add);
        }
        Optional<String> file = found.stream()
                .filter(path -> path.matches(".*/problem(\\.en(-[A-Za-z]+)?)?\\.(md|tex)"))
                .findFirst()
                .or(() -> found.stream().findFirst());
        found.stream()
                .filter(path -> !path.equals(file.orElse("")))
                .forEach(path -> left.add(new NotImported(path, "a challenge has one statement")));
        file.ifPresent(path -> files.trouble(path).ifPresent(why -> left.add(new NotImported(path, why))));
        String text = file.flatMap(files::text).map(constants::in).orElse("");
        boolean tex = file.orElse("").endsWith(".tex");
        Latex.Converted body =
                tex ? Latex.toMarkdown(text, constants::value) : Markdown.toMarkdown(text, constants::value);
        if (file.isEmpty()) {
            left.add(new NotImported("statement", "there is none in LaTeX or Markdown; write statement.md by hand"));
        } else {
            nameWhatIsMissing(file.get(), body);
        }
        return new StatementFile(title(yaml, tex ? Latex.problemName(text) : Optional.empty()), body.markdown());
    }

    private void nameWhatIsMissing(String file, Latex.Converted body) {
        if (!body.pictures().isEmpty()) {
            left.add(new NotImported(
                    file, "a statement has no pictures; left out: " + String.join(", ", body.pictures())));
        }
        if (!body.unknown().isEmpty()) {
            left.add(new NotImported(
                    file, "look through the statement; passed over: " + String.join(", ", body.unknown())));
        }
    }

    private String title(IcpcYaml yaml, Optional<String> ofStatement) {
        IcpcYaml names = yaml.mapping("name");
        String title = yaml.text("name")
                .or(() -> names.text("en"))
                .or(() -> names.values().keySet().stream().findFirst().flatMap(names::text))
                .or(() -> ofStatement)
                .orElse(String.valueOf(folder.toAbsolutePath().normalize().getFileName()));
        String shown = title.replaceAll("\\p{Cntrl}+", " ").strip();
        return shown.length() > 120 ? shown.substring(0, 119) + "…" : shown;
    }

    // ---- what is not read ----------------------------------------------------------------------------------------

    private void nameTheRest() {
        for (String path : topLevel()) {
            if (!READ.contains(path)) {
                left.add(new NotImported(
                        path,
                        switch (path) {
                            case "attachments" -> "candidates get no attachments; put what they need into the starters";
                            case "static_validator" -> "nothing here looks into a candidate's source";
                            default -> "it is not needed for judging";
                        }));
            }
        }
        for (String folderOfData : files.namesIn("data")) {
            if (files.hasFolder("data/" + folderOfData)
                    && !Set.of("sample", "secret").contains(folderOfData)) {
                left.add(new NotImported("data/" + folderOfData, "it is not needed for judging"));
            }
        }
        if (files.hasFolder("include")) {
            left.add(
                    new NotImported("include", "its files are in every submission, but in no starter; add them there"));
        }
    }

    private Set<String> topLevel() {
        return files.all().stream()
                .map(path -> path.contains("/") ? path.substring(0, path.indexOf('/')) : path)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private String leftBelow(String place) {
        return left.stream()
                .filter(one -> one.file().startsWith(place))
                .limit(10)
                .map(one -> one.file() + ": " + one.why())
                .collect(Collectors.joining("; "));
    }
}

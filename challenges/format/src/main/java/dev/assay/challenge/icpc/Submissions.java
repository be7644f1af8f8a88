package dev.assay.challenge.icpc;

import dev.assay.challenge.SourceFiles;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The submissions below {@code submissions/} with what the package says of them. */
final class Submissions {

    private static final String ROOT = "submissions";
    private static final String LIST = ROOT + "/submissions.yaml";
    private static final Pattern PYTHON_2 = Pattern.compile("\\A#!.*python2");

    private final IcpcFiles files;
    private final UnaryOperator<String> constants;
    private final List<NotImported> left;
    private final Map<String, Label> folders;
    private IcpcYaml described = IcpcYaml.EMPTY;

    Submissions(IcpcFiles files, Format format, UnaryOperator<String> constants, List<NotImported> left) {
        this.files = files;
        this.constants = constants;
        this.left = left;
        this.folders = Label.ofFolders(format);
    }

    List<IcpcSubmission> read() {
        describe();
        List<IcpcSubmission> submissions = new ArrayList<>();
        for (String folder : files.namesIn(ROOT)) {
            String place = ROOT + "/" + folder;
            if (!files.hasFolder(place)) {
                continue;
            }
            for (String name : files.namesIn(place)) {
                read(place + "/" + name).ifPresent(submissions::add);
            }
        }
        return submissions;
    }

    private void describe() {
        try {
            described = files.text(LIST).map(IcpcYaml::parse).orElse(IcpcYaml.EMPTY);
        } catch (IllegalArgumentException e) {
            left.add(new NotImported(LIST, String.valueOf(e.getMessage())));
        }
    }

    private Optional<IcpcSubmission> read(String path) {
        try {
            if (path.startsWith(ROOT + "/compile")) {
                throw new IllegalArgumentException("it must not compile, so there is nothing to judge");
            }
            SortedMap<String, String> sources = files.program(path);
            sources.replaceAll((_, text) -> constants.apply(text));
            Language language = language(path, sources);
            Label label = label(path);
            if (!label.isSolution() && !label.isMutant()) {
                throw new IllegalArgumentException(
                        label.equals(Label.NONE) && !described(path)
                                ? "the folder says nothing about what becomes of it"
                                : "it may pass or fail, so it is neither a solution nor a mutant");
            }
            SourceFiles laidOut = EntryFile.laidOut(language, sources, text(path, "entrypoint"));
            return Optional.of(new IcpcSubmission(
                    path,
                    language.environment(),
                    laidOut.overlaidWith(included(language)),
                    label,
                    text(path, "model_solution").filter("true"::equals).isPresent()));
        } catch (IllegalArgumentException e) {
            left.add(new NotImported(path, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private Language language(String path, SortedMap<String, String> sources) {
        Optional<String> given = text(path, "language");
        if (given.isPresent()) {
            return Language.ofCode(given.get())
                    .orElseThrow(() -> new IllegalArgumentException("there is no environment for " + given.get()));
        }
        Set<Language> found = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        sources.keySet().forEach(file -> {
            Language.ofFile(file).ifPresent(found::add);
            if (Language.isOfAnother(file)) {
                others.add("." + Language.ending(file));
            }
        });
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    others.isEmpty()
                            ? "its language is not known"
                            : "there is no environment for " + String.join(", ", others) + " files");
        }
        if (found.size() > 1 || !others.isEmpty()) {
            throw new IllegalArgumentException("it is in several languages");
        }
        Language language = found.iterator().next();
        if (language == Language.PYTHON
                && sources.values().stream()
                        .anyMatch(text -> PYTHON_2.matcher(text).find())) {
            throw new IllegalArgumentException("there is no environment for Python 2");
        }
        return language;
    }

    private SourceFiles included(Language language) {
        SortedMap<String, String> included = new TreeMap<>();
        List<String> codes = new ArrayList<>(List.of("default"));
        codes.addAll(language.codes());
        for (String code : codes) {
            String folder = "include/" + code;
            for (String file : files.below(folder)) {
                files.text(file)
                        .ifPresent(text -> included.put(file.substring(folder.length() + 1), constants.apply(text)));
            }
        }
        return new SourceFiles(included);
    }

    // ---- what the package says -----------------------------------------------------------------------------------

    private Label label(String path) {
        String relative = path.substring(ROOT.length() + 1);
        String folder = relative.substring(0, relative.indexOf('/'));
        Label label = folders.getOrDefault(folder, Label.NONE);
        for (Map.Entry<String, IcpcYaml> said : saidOf(relative).entrySet()) {
            Label usual = said.getKey().equals(folder) ? label : Label.NONE;
            Label own = new Label(
                    verdicts(said.getValue(), "permitted").orElse(usual.permitted()),
                    verdicts(said.getValue(), "required").map(List::of).orElse(usual.required()));
            label = said.getKey().equals(folder) ? own : label.and(own);
            for (String key : said.getValue().values().keySet()) {
                if (key.equals("sample") || key.startsWith("sample/") || key.startsWith("secret")) {
                    left.add(new NotImported(
                            LIST, said.getKey() + ": what it says of " + key + " alone is not looked at"));
                }
            }
        }
        return label;
    }

    private static Optional<Set<CaseVerdict>> verdicts(IcpcYaml yaml, String key) {
        if (!yaml.has(key)) {
            return Optional.empty();
        }
        Set<CaseVerdict> verdicts = EnumSet.noneOf(CaseVerdict.class);
        for (String word : yaml.words(key)) {
            try {
                verdicts.add(CaseVerdict.valueOf(word.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("submissions.yaml: there is no verdict " + word, e);
            }
        }
        return Optional.of(verdicts);
    }

    private boolean described(String path) {
        return saidOf(path.substring(ROOT.length() + 1)).values().stream()
                .anyMatch(said -> said.has("permitted") || said.has("required"));
    }

    private Optional<String> text(String path, String key) {
        return saidOf(path.substring(ROOT.length() + 1)).values().stream()
                .flatMap(said -> said.text(key).stream())
                .findFirst();
    }

    /** All that is said of a submission, by the pattern that matches it or a folder around it. */
    private Map<String, IcpcYaml> saidOf(String relative) {
        Map<String, IcpcYaml> said = new LinkedHashMap<>();
        for (String glob : described.values().keySet()) {
            Pattern pattern = pattern(glob);
            for (String at = relative;
                    !at.isEmpty();
                    at = at.contains("/") ? at.substring(0, at.lastIndexOf('/')) : "") {
                if (pattern.matcher(at).matches()) {
                    said.put(glob, described.mapping(glob));
                    break;
                }
            }
        }
        return said;
    }

    /** {@code *} within a name, and alternatives in braces. */
    static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        int braces = 0;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            switch (c) {
                case '*' -> regex.append("[^/]*");
                case '{' -> {
                    braces++;
                    regex.append("(?:");
                }
                case '}' -> {
                    regex.append(braces > 0 ? ")" : "\\}");
                    braces = Math.max(0, braces - 1);
                }
                case ',' -> regex.append(braces > 0 ? "|" : ",");
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.append(")".repeat(braces)).toString());
    }
}

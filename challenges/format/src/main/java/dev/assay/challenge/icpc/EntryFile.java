package dev.assay.challenge.icpc;

import dev.assay.challenge.SourceFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Lays a submission's files out as an environment begins them: with one file of a certain name. */
final class EntryFile {

    private static final Pattern GO_MAIN = Pattern.compile("(?m)^func main\\s*\\(");

    private EntryFile() {}

    /**
     * @param given the entry point that the package names, if it does
     * @throws IllegalArgumentException for people, when it is not clear where the program begins, or it is too large
     */
    static SourceFiles laidOut(Language language, SortedMap<String, String> files, Optional<String> given) {
        return SourceFiles.of(language == Language.JAVA ? java(files, given) : renamed(language, files, given));
    }

    private static Map<String, String> renamed(
            Language language, SortedMap<String, String> files, Optional<String> given) {
        String entry = entry(language, files, given);
        TreeMap<String, String> laidOut = new TreeMap<>(files);
        if (!entry.equals(language.entry())) {
            if (files.containsKey(language.entry())) {
                throw new IllegalArgumentException(
                        "it begins in " + entry + ", but has another file called " + language.entry());
            }
            laidOut.put(language.entry(), String.valueOf(laidOut.remove(entry)));
        }
        return laidOut;
    }

    private static String entry(Language language, SortedMap<String, String> files, Optional<String> given) {
        if (given.isPresent() && files.containsKey(given.get())) {
            return given.get();
        }
        List<String> sources = files.keySet().stream()
                .filter(path -> language.isSource(path) && !path.contains("/"))
                .toList();
        if (sources.size() == 1) {
            return sources.getFirst();
        }
        for (String usual : List.of("__main__.py", language.entry())) {
            if (sources.contains(usual)) {
                return usual;
            }
        }
        if (language == Language.GO) {
            List<String> mains = sources.stream()
                    .filter(path ->
                            GO_MAIN.matcher(String.valueOf(files.get(path))).find())
                    .toList();
            if (mains.size() == 1) {
                return mains.getFirst();
            }
        }
        throw new IllegalArgumentException("it is not clear in which of its files it begins");
    }

    private static Map<String, String> java(SortedMap<String, String> files, Optional<String> given) {
        TreeMap<String, String> laidOut = new TreeMap<>();
        String main = "";
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (!Language.JAVA.isSource(file.getKey())) {
                laidOut.put(file.getKey(), file.getValue());
                continue;
            }
            JavaSource source = JavaSource.of(file.getValue());
            String folder = file.getKey().substring(0, file.getKey().lastIndexOf('/') + 1);
            String path =
                    source.publicType().map(type -> folder + type + ".java").orElse(file.getKey());
            boolean begins = given.isPresent()
                    ? source.mainType().filter(given.get()::equals).isPresent()
                    : source.mainType().isPresent();
            if (begins
                    && (main.isEmpty()
                            || source.mainType().filter("Main"::equals).isPresent())) {
                main = path;
            }
            laidOut.put(path, file.getValue());
        }
        if (main.isEmpty()) {
            throw new IllegalArgumentException("it has no public static void main");
        }
        JavaSource source = JavaSource.of(String.valueOf(laidOut.get(main)));
        String type = source.mainType().orElseThrow();
        if (!type.equals("Main")) {
            boolean taken = laidOut.entrySet().stream()
                    .anyMatch(file -> file.getKey().endsWith(".java")
                            && JavaSource.of(file.getValue()).hasType("Main"));
            if (taken) {
                throw new IllegalArgumentException("it begins in " + type + ", but has another class called Main");
            }
        }
        laidOut.remove(main);
        laidOut.put("Main.java", type.equals("Main") ? source.text() : source.begunByMain(type));
        return laidOut;
    }
}

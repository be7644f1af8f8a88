package dev.assay.challenge.icpc;

import dev.assay.challenge.SourceFiles;
import dev.assay.challenge.Validator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Finds a package's own output validator, and lays its files out as its language begins them. */
final class OutputValidator {

    private static final String CPP = "cpp";

    private OutputValidator() {}

    /** @throws IllegalArgumentException for people, when it is not one program in a language that can be run */
    static Validator read(IcpcFiles files, String place) {
        files.left().stream()
                .filter(one -> one.file().startsWith(place + "/"))
                .findFirst()
                .ifPresent(one -> {
                    throw new IllegalArgumentException(one.file().substring(place.length() + 1) + ": " + one.why());
                });
        SortedMap<String, String> sources = files.program(program(files, place));
        if (sources.containsKey("build") || sources.containsKey("run")) {
            throw new IllegalArgumentException("it has a script of its own that builds or runs it");
        }
        if (sources.keySet().stream().anyMatch(Language::isCpp)) {
            return new Validator(CPP, SourceFiles.of(sources));
        }
        Set<Language> languages = new TreeSet<>();
        sources.keySet().forEach(file -> Language.ofFile(file).ifPresent(languages::add));
        if (languages.size() != 1) {
            throw new IllegalArgumentException(
                    (languages.isEmpty() ? "its language is not known: " : "it is in several languages: ")
                            + String.join(", ", sources.keySet()));
        }
        Language language = languages.iterator().next();
        return new Validator(language.environment(), EntryFile.laidOut(language, sources, Optional.empty()));
    }

    /** The folder itself when sources lie in it, or else the one program that does. */
    private static String program(IcpcFiles files, String place) {
        if (files.namesIn(place).stream().anyMatch(OutputValidator::isSource)) {
            return place;
        }
        List<String> folders = files.namesIn(place).stream()
                .map(name -> place + "/" + name)
                .filter(files::hasFolder)
                .toList();
        if (folders.size() == 1) {
            return folders.getFirst();
        }
        throw new IllegalArgumentException(
                folders.isEmpty()
                        ? "there is no source file in it"
                        : "there are several, " + String.join(", ", folders));
    }

    private static boolean isSource(String path) {
        return Language.isCpp(path) || Language.ofFile(path).isPresent();
    }
}

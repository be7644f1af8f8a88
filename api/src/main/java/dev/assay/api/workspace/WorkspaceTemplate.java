package dev.assay.api.workspace;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Exercise;
import dev.assay.challenge.SourceFiles;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a workspace holds before the first edit.
 *
 * @param environments what may be chosen, the default first; empty for a design answer
 * @param starters what each environment opens with; a design answer has one under {@link #NO_ENVIRONMENT}
 * @param fixedPaths whether exactly the starter's paths may be written, and none deleted
 */
public record WorkspaceTemplate(
        List<String> environments, SortedMap<String, SourceFiles> starters, boolean fixedPaths) {

    static final String NO_ENVIRONMENT = "";
    private static final String SECTION_SUFFIX = ".md";

    public WorkspaceTemplate {
        environments = List.copyOf(environments);
        starters = Collections.unmodifiableSortedMap(new TreeMap<>(starters));
    }

    public static WorkspaceTemplate of(Challenge challenge) {
        return new WorkspaceTemplate(challenge.environments(), challenge.starters(), false);
    }

    public static WorkspaceTemplate of(Exercise exercise) {
        TreeMap<String, String> sections = new TreeMap<>();
        exercise.sections().forEach(section -> sections.put(pathOf(section), ""));
        TreeMap<String, SourceFiles> starters = new TreeMap<>();
        starters.put(NO_ENVIRONMENT, new SourceFiles(sections));
        return new WorkspaceTemplate(List.of(), starters, true);
    }

    /** Where the text of a section is kept. */
    public static String pathOf(Exercise.Section section) {
        return section.id() + SECTION_SUFFIX;
    }

    String defaultEnvironment() {
        return environments.isEmpty() ? NO_ENVIRONMENT : environments.getFirst();
    }

    SourceFiles starter(String environment) {
        return starters.getOrDefault(environment, SourceFiles.empty());
    }
}

package dev.assay.challenge;

import java.util.List;

/**
 * A system-design task as a package.
 *
 * @param brief Markdown
 * @param givens the numbers the design must hold for
 * @param sections the parts of the answer, in order; each is Markdown written by the candidate
 * @param contentHash SHA-256 of the package's files, lower-case hex; names an immutable version
 */
public record Exercise(
        String id,
        String title,
        List<String> skills,
        Track track,
        Level level,
        int minutes,
        String brief,
        List<Given> givens,
        List<Section> sections,
        Rubric rubric,
        String contentHash) {

    /** A number the design must hold for, with its unit in the value. */
    public record Given(String name, String value) {}

    /** A part of the answer; {@code id} is the key under which the text is kept. */
    public record Section(String id, String title, String prompt) {}

    public Exercise {
        skills = List.copyOf(skills);
        givens = List.copyOf(givens);
        sections = List.copyOf(sections);
    }
}

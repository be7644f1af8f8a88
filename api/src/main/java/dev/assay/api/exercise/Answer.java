package dev.assay.api.exercise;

import java.time.Instant;
import java.util.List;

/**
 * A design answer as it stood when its attempt ended. Interviewers know it by its id alone, which is random.
 *
 * @param revision of the log that it was frozen at
 * @param sections in the exercise's order
 */
public record Answer(
        String answerId,
        String organizationId,
        String attemptId,
        String itemId,
        String packageVersion,
        String exerciseTitle,
        String assessmentTitle,
        List<Section> sections,
        long revision,
        Instant handedInAt) {

    /** @param text Markdown by the candidate; to be shown inert */
    public record Section(String sectionId, String title, String text) {}

    public Answer {
        sections = List.copyOf(sections);
    }
}

package dev.assay.api.review.web;

import dev.assay.api.exercise.Answer;
import dev.assay.api.review.ReviewView;
import dev.assay.api.review.Reviewing;
import dev.assay.challenge.Exercise;
import dev.assay.challenge.Rubric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answer, the rubric, and what this interviewer may read of the reviews. */
record ReviewPage(
        String answerId,
        String exerciseTitle,
        String brief,
        List<Exercise.Given> givens,
        List<AnsweredSection> sections,
        List<RubricCriterion> criteria,
        @Nullable ReviewView mine,
        List<ReviewView> others) {

    record AnsweredSection(String id, String title, String prompt, String text) {}

    /** @param anchors level to the behaviour seen at that level */
    record RubricCriterion(String id, String title, int weight, String question, SortedMap<Integer, String> anchors) {}

    static ReviewPage of(Reviewing.Opened opened) {
        Exercise exercise = opened.exercise();
        return new ReviewPage(
                opened.answer().answerId(),
                exercise.title(),
                exercise.brief(),
                exercise.givens(),
                sections(opened.answer(), exercise),
                exercise.rubric().criteria().stream().map(ReviewPage::criterion).toList(),
                opened.mine().map(ReviewView::of).orElse(null),
                opened.others().stream().map(ReviewView::of).toList());
    }

    private static List<AnsweredSection> sections(Answer answer, Exercise exercise) {
        Map<String, Exercise.Section> asked =
                exercise.sections().stream().collect(Collectors.toMap(Exercise.Section::id, Function.identity()));
        List<AnsweredSection> sections = new ArrayList<>();
        for (Answer.Section section : answer.sections()) {
            Exercise.Section question = asked.get(section.sectionId());
            String prompt = question == null ? "" : question.prompt();
            sections.add(new AnsweredSection(section.sectionId(), section.title(), prompt, section.text()));
        }
        return sections;
    }

    private static RubricCriterion criterion(Rubric.Criterion criterion) {
        return new RubricCriterion(
                criterion.id(), criterion.title(), criterion.weight(), criterion.question(), criterion.anchors());
    }
}

package dev.assay.api.catalog.store;

import dev.assay.challenge.Exercise;
import dev.assay.challenge.Level;
import dev.assay.challenge.Rubric;
import dev.assay.challenge.Track;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

@Document("exerciseVersions")
record StoredExercise(
        @Id String contentHash,
        String slug,
        String title,
        List<String> skills,
        Track track,
        Level level,
        int minutes,
        String brief,
        List<StoredGiven> givens,
        List<StoredSection> sections,
        List<StoredCriterion> criteria) {

    record StoredGiven(String name, String value) {}

    /** A field named id would be taken for the document's own. */
    record StoredSection(String key, String title, String prompt) {}

    record StoredCriterion(String key, String title, int weight, String question, List<Anchor> anchors) {

        static StoredCriterion of(Rubric.Criterion criterion) {
            return new StoredCriterion(
                    criterion.id(),
                    criterion.title(),
                    criterion.weight(),
                    criterion.question(),
                    criterion.anchors().entrySet().stream()
                            .map(anchor -> new Anchor(anchor.getKey(), anchor.getValue()))
                            .toList());
        }

        Rubric.Criterion value() {
            SortedMap<Integer, String> behaviour = new TreeMap<>();
            anchors.forEach(anchor -> behaviour.put(anchor.level(), anchor.text()));
            return new Rubric.Criterion(key, title, weight, question, behaviour);
        }
    }

    record Anchor(int level, String text) {}

    static StoredExercise of(Exercise exercise) {
        return new StoredExercise(
                exercise.contentHash(),
                exercise.id(),
                exercise.title(),
                exercise.skills(),
                exercise.track(),
                exercise.level(),
                exercise.minutes(),
                exercise.brief(),
                exercise.givens().stream()
                        .map(given -> new StoredGiven(given.name(), given.value()))
                        .toList(),
                exercise.sections().stream()
                        .map(section -> new StoredSection(section.id(), section.title(), section.prompt()))
                        .toList(),
                exercise.rubric().criteria().stream().map(StoredCriterion::of).toList());
    }

    Exercise value() {
        return new Exercise(
                slug,
                title,
                skills,
                track,
                level,
                minutes,
                brief,
                givens.stream()
                        .map(given -> new Exercise.Given(given.name(), given.value()))
                        .toList(),
                sections.stream()
                        .map(section -> new Exercise.Section(section.key(), section.title(), section.prompt()))
                        .toList(),
                new Rubric(criteria.stream().map(StoredCriterion::value).toList()),
                contentHash);
    }
}

package dev.assay.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExercisePackageTest {

    private final PackageReader reader = new PackageReader(Existing.of(Set.of("java"), Set.of("postgresql", "redis")));
    private PackageFolder folder;

    @TempDir
    private Path parent;

    @BeforeEach
    void writeAValidPackage() {
        folder = PackageFolder.exercise(parent);
    }

    @Test
    void readsAllOfAValidPackage() throws PackageException {
        Exercise exercise = reader.readExercise(folder.path());

        assertThat(exercise.id()).isEqualTo("echo-at-scale");
        assertThat(exercise.givens()).containsExactly(new Exercise.Given("Requests per second", "5000"));
        assertThat(exercise.sections()).extracting(Exercise.Section::id).containsExactly("numbers", "failure");
        assertThat(exercise.rubric().criteria()).singleElement().satisfies(criterion -> {
            assertThat(criterion.weight()).isEqualTo(2);
            assertThat(criterion.anchors()).hasSize(5).containsEntry(2, "Repeats the givens");
        });
        assertThat(exercise.contentHash()).matches("[0-9a-f]{64}");
    }

    @Test
    void aLevelWithoutAnAnchorIsReported() {
        folder.replacing("rubric.yaml", "      3: Derives storage\n", "");
        assertThat(problems())
                .containsExactly("rubric.yaml:7: The key \"criteria[0].levels.3\" is missing. Add `3:` with a text.");
    }

    @Test
    void aLevelOutsideOneToFiveIsReported() {
        folder.with("rubric.yaml", PackageFolder.RUBRIC + "      6: Too good\n");
        assertThat(problems())
                .containsExactly("rubric.yaml:12: Unknown key \"criteria[0].levels.6\". Allowed: 1," + " 2, 3, 4, 5.");
    }

    @Test
    void anIdUsedTwiceIsReported() {
        folder.replacing("exercise.yaml", "id: failure", "id: numbers");
        assertThat(problems())
                .containsExactly("exercise.yaml:13: \"sections[1].id\" is \"numbers\" again. Give every entry an id of"
                        + " its own.");
    }

    @Test
    void anIdThatCannotBeAFileNameIsReported() {
        folder.replacing("exercise.yaml", "id: failure", "id: ../failure");
        assertThat(problems()).singleElement().asString().contains("\"sections[1].id\" is \"../failure\"");
    }

    @Test
    void missingFilesAndWrongValuesComeTogether() {
        folder.without("brief.md")
                .without("rubric.yaml")
                .replacing("exercise.yaml", "value: 5000", "value: [5000]")
                .replacing("exercise.yaml", "track: engineer", "track: enginer");
        assertThat(problems())
                .containsExactly(
                        "brief.md: The file is missing. Write the situation and what is asked, in Markdown.",
                        "exercise.yaml:3: \"track\" is \"enginer\". Did you mean \"engineer\"? Allowed: developer,"
                                + " engineer.",
                        "exercise.yaml:8: \"givens[0].value\" must be a text or number of at most 300 characters, but"
                                + " is a list. Write for example `value: 300 million`.",
                        "rubric.yaml: The file is missing. Create it with the keys criteria.");
    }

    @Test
    void aWeightOfNothingIsReported() {
        folder.replacing("rubric.yaml", "weight: 2", "weight: 0");
        assertThat(problems())
                .containsExactly(
                        "rubric.yaml:4: \"criteria[0].weight\" is 0. Allowed is a whole number from 1 to" + " 100.");
    }

    private List<String> problems() {
        return PackageFolder.problemsOf(() -> reader.readExercise(folder.path()));
    }
}

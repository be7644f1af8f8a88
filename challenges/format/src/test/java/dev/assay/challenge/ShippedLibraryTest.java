package dev.assay.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShippedLibraryTest {

    private static final Path LIBRARY = Path.of("..", "library");

    private final PackageReader reader = new PackageReader(
            Existing.of(Set.of("go", "java", "node", "php", "python", "ruby", "sql"), Set.of("postgresql", "redis")));

    @Test
    void theDesignExerciseIsComplete() throws PackageException {
        Exercise exercise = reader.readExercise(LIBRARY.resolve("design/url-shortener-at-scale"));

        assertThat(exercise.level()).isEqualTo(Level.SENIOR);
        assertThat(exercise.givens()).hasSizeGreaterThan(5);
        assertThat(exercise.sections()).hasSize(5);
        assertThat(exercise.rubric().criteria())
                .hasSizeBetween(6, 7)
                .extracting(Rubric.Criterion::id)
                .contains("communication");
    }

    @Test
    void everyPackageIsValid() throws PackageException {
        Library library = reader.readLibrary(LIBRARY);

        assertThat(library.challenge("url-shortener")).isPresent();
        assertThat(library.exercise("url-shortener-at-scale")).isPresent();
    }
}

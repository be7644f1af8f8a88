package dev.assay.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {

    private final PackageReader reader = new PackageReader(
            Existing.of(Set.of("java", "node", "php", "python", "ruby"), Set.of("postgresql", "redis")));

    @TempDir
    private Path folder;

    @Test
    void readsBothKinds() throws PackageException {
        PackageFolder.challenge(folder.resolve("coding"));
        PackageFolder.exercise(folder.resolve("design"));

        Library library = reader.readLibrary(folder);

        assertThat(library.challenge("echo")).isPresent();
        assertThat(library.exercise("echo-at-scale")).isPresent();
        assertThat(library.challenge("echo-at-scale")).isEmpty();
    }

    @Test
    void gathersTheProblemsOfAllPackages() throws IOException {
        PackageFolder.challenge(folder.resolve("coding")).without("statement.md");
        PackageFolder.exercise(folder.resolve("design")).without("brief.md");
        Files.writeString(folder.resolve("coding/notes.txt"), "");

        PackageException refused = catchThrowableOfType(PackageException.class, () -> reader.readLibrary(folder));

        assertThat(refused.problems())
                .extracting(PackageProblem::file)
                .containsExactly("coding/echo/statement.md", "coding/notes.txt", "design/echo-at-scale/brief.md");
    }

    @Test
    void anEmptyOrMissingLibraryIsReported() {
        assertThat(catchThrowableOfType(PackageException.class, () -> reader.readLibrary(folder)))
                .hasMessageContaining("The library has no package");
        assertThat(catchThrowableOfType(PackageException.class, () -> reader.readLibrary(folder.resolve("no"))))
                .hasMessageContaining("The folder does not exist");
    }
}

package dev.assay.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the reference are read by the reader that it describes. */
class DocumentedExamplesTest {

    private final PackageReader reader = new PackageReader(
            Existing.of(Set.of("java", "node", "php", "python", "ruby"), Set.of("postgresql", "redis")));
    private String reference;

    @TempDir
    private Path parent;

    @BeforeEach
    void readTheReference() throws IOException {
        reference = Files.readString(Path.of("..", "..", "docs", "package-format.md"));
    }

    @Test
    void theChallengeIsValid() throws PackageException {
        PackageFolder folder = new PackageFolder(parent.resolve("ticket-counter"))
                .with("challenge.yaml", example("challenge.yaml"))
                .with("statement.md", "Sell tickets.\n")
                .with("exam/TicketTests.java", "class TicketTests { @Test void numbersEveryTicket() {} }\n")
                .with("starter/java/Main.java", "class Main {}\n")
                .with("starter/python/main.py", "pass\n")
                .with("solutions/java/Main.java", "class Main { int tickets; }\n")
                .with("solutions/python/main.py", "number = next(numbers)\n")
                .with("mutants/always-one/mutant.yaml", example("mutant.yaml"));

        assertThat(reader.readChallenge(folder.path()).mutants()).hasSize(1);
    }

    @Test
    void theExerciseIsValid() throws PackageException {
        PackageFolder folder = new PackageFolder(parent.resolve("tickets-at-scale"))
                .with("exercise.yaml", example("exercise.yaml"))
                .with("brief.md", "Sell more tickets.\n")
                .with("rubric.yaml", example("rubric.yaml"));

        assertThat(reader.readExercise(folder.path()).sections()).hasSize(2);
    }

    private String example(String file) {
        Matcher matcher = Pattern.compile("```yaml\\n# " + Pattern.quote(file) + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(reference);
        assertThat(matcher.find()).as("the reference shows " + file).isTrue();
        return matcher.group(1);
    }
}

package dev.assay.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.Challenge;
import dev.assay.runner.LocalRunner;
import dev.assay.runner.RunnerSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewPackageTest {

    private static final Path LIBRARY = Path.of("..", "challenges", "library");

    @TempDir
    private Path folder;

    @Test
    void makesAPackageThatCanBeRead() throws Exception {
        CommandRun run = create(folder.resolve("ticket-counter").toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("ticket-counter", "./assay check");
        Challenge challenge = LocalRunner.packages().readChallenge(folder.resolve("ticket-counter"));
        assertThat(challenge.title()).isEqualTo("Ticket counter");
        assertThat(challenge.statement()).startsWith("# Ticket counter\n");
    }

    @Test
    void takesATitle() throws Exception {
        create(folder.resolve("tickets").toString(), "--title", "Tickets: and more");

        assertThat(LocalRunner.packages()
                        .readChallenge(folder.resolve("tickets"))
                        .title())
                .isEqualTo("Tickets: and more");
    }

    @Test
    void refusesWhatCannotBe() throws Exception {
        Files.createDirectory(folder.resolve("there"));

        assertThat(create(folder.resolve("there").toString()))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("There is already a file or folder"));
        assertThat(create(folder.resolve("Not A Slug").toString()).err()).contains("cannot be a package's name");
        assertThat(create(folder.resolve("none/new").toString()).err()).contains("to make it in");
        assertThat(create(folder.resolve("quoted").toString(), "--title", "a \"b\"")
                        .err())
                .contains("The title must");
        assertThat(folder.resolve("quoted")).doesNotExist();
    }

    private static CommandRun create(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "new";
        System.arraycopy(args, 0, all, 1, args.length);
        return CommandRun.run(LIBRARY, RunnerSettings.defaults(), all);
    }
}

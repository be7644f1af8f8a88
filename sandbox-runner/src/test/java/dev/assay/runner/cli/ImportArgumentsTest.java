package dev.assay.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import refuses before anything is judged. */
class ImportArgumentsTest {

    private static final Path PACKAGES = Path.of("..", "challenges", "format", "src", "test", "resources", "icpc");

    @TempDir
    private Path folder;

    @Test
    void refusesWhatIsNoProblemPackage() throws IOException {
        CommandRun run = run(folder.toString(), "--slug", "nothing");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("cannot be imported:", "problem.yaml: The file is missing");

        Path zip = Files.writeString(folder.resolve("problem.zip"), "PK");
        assertThat(run(zip.toString(), "--slug", "nothing").err())
                .contains("This is a file, not a folder. Give the folder of a problem package; unpack a .zip or .kpp");
        assertThat(run("missing").err()).contains("The folder does not exist");
    }

    @Test
    void refusesToWriteOverAnything() throws IOException {
        Files.createDirectory(folder.resolve("sumup"));

        CommandRun run = run(PACKAGES.resolve("sumup").toString(), "--into", folder.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("There is already", "--slug");
        assertThat(run(
                                PACKAGES.resolve("sumup").toString(),
                                "--into",
                                folder.resolve("none").toString())
                        .err())
                .contains("There is no folder");
        assertThat(run(PACKAGES.resolve("sumup").toString(), "--slug", "Sum Up").err())
                .contains("cannot be a challenge's name");
    }

    @Test
    void doesNotAskToRemoveTheProblemPackage() throws IOException {
        Path there = folder.resolve("there");
        write(there.resolve("problem.yaml"), "name: There\n");
        write(there.resolve("submissions/accepted/a.py"), "print(1)\n");
        write(there.resolve("data/secret/1.in"), "1\n");
        write(there.resolve("data/secret/1.ans"), "1\n");

        CommandRun run = run(there.toString(), "--into", folder.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains("where the problem package is", "--slug", "--into")
                .doesNotContain("Remove");

        Files.delete(there.resolve("problem.yaml"));
        assertThat(run(there.toString(), "--into", folder.toString()).err())
                .contains("problem.yaml: The file is missing")
                .doesNotContain("Remove");
    }

    @Test
    void refusesAnEmptyPath() {
        assertThat(run("").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run("").err()).contains("A path is empty.");
    }

    @Test
    void makesNothingWhenNothingCanBeJudged() {
        CommandRun run = run(PACKAGES.resolve("sumup").toString(), "--into", folder.toString(), "--json");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAULT);
        assertThat(run.json().get("error").asString()).contains("Docker");
        assertThat(folder.resolve("sumup")).doesNotExist();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private CommandRun run(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "import";
        System.arraycopy(args, 0, all, 1, args.length);
        return CommandRun.withoutEngine(folder, all);
    }
}

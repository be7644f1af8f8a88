package dev.assay.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may lie in a package folder at all, whatever the files mean. */
class PackageFilesTest {

    private PackageFolder folder;

    @TempDir
    private Path parent;

    @BeforeEach
    void writeAValidPackage() {
        folder = PackageFolder.challenge(parent);
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        folder.with("solutions/python/main.py", "print('é')".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(folder.problems())
                .containsExactly("solutions/python/main.py: The file is not UTF-8 text. Save it as UTF-8, or remove it"
                        + " from the package.");
    }

    @Test
    void filesInMemoryAreReadAsThoseOfAFolder() throws IOException, PackageException {
        TreeMap<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.path())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.path().relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        assertThat(PackageFolder.READER.readChallenge("echo", contents)).isEqualTo(folder.read());
        contents.put("solutions/java/a b.java", new byte[0]);
        contents.put("solutions/java/Binary.java", new byte[] {(byte) 0xff});
        assertThat(PackageFolder.problemsOf(() -> PackageFolder.READER.readChallenge("echo", contents)))
                .satisfiesExactly(
                        problem -> assertThat(problem)
                                .startsWith("solutions/java/Binary.java: The file is not UTF-8 text."),
                        problem -> assertThat(problem)
                                .startsWith("solutions/java/a b.java: The name of this file or folder is not allowed"));
    }

    @Test
    void linksAreRefusedEvenWhenTheyStayInside() throws IOException {
        Files.createSymbolicLink(folder.path().resolve("solutions/java/Secret.java"), Path.of("../../statement.md"));
        Files.createSymbolicLink(folder.path().resolve("exam/more"), Path.of("../solutions"));
        assertThat(folder.problems())
                .containsExactly(
                        "exam/more: A symbolic link is not allowed. Put a copy of the file in its place.",
                        "solutions/java/Secret.java: A symbolic link is not allowed. Put a copy of the file in its"
                                + " place.");
    }

    @Test
    void filesThatAreTooLargeAreRefused() {
        folder.with("solutions/java/Big.java", " ".repeat(PackageFiles.MAX_FILE_BYTES + 1));
        assertThat(folder.problems())
                .containsExactly("solutions/java/Big.java: The file is larger than 1024 KiB. Make it smaller.");
    }

    @Test
    void tooManyFilesStopTheReading() {
        for (int file = 0; file <= PackageFiles.MAX_FILES; file++) {
            folder.with("solutions/java/f" + file + ".java", "");
        }
        assertThat(folder.problems())
                .anyMatch(problem -> problem.startsWith(".: The package has more than 2000 files"));
    }

    @Test
    void namesThatToolsCannotShowAreRefused() {
        folder.with("solutions/java/a b.java", "");
        assertThat(folder.problems())
                .singleElement()
                .asString()
                .startsWith("solutions/java/a b.java: The name of this file or folder is not allowed");
    }

    @Test
    void misspeltFoldersAreNotPassedOver() {
        folder.with("solution/java/Main.java", "");
        assertThat(folder.problems())
                .singleElement()
                .asString()
                .startsWith("solution: This does not belong to the package. Did you mean \"solutions\"?");
    }

    @Test
    void aFolderThatIsMissingOrAFileIsReportedAsSuch() {
        assertThat(problemsOf(parent.resolve("nowhere")))
                .containsExactly(".: The folder does not exist. Give the path of a folder.");
        assertThat(problemsOf(folder.path().resolve("statement.md")))
                .containsExactly(".: This is a file, not a folder. Give the path of a folder.");
    }

    @Test
    void readsAFolderOfCode() throws PackageException {
        assertThat(SourceFolder.read(folder.path().resolve("solutions")).paths())
                .containsExactly("java/Main.java", "python/main.py");
    }

    @Test
    void aFolderOfCodeMustHoldSomething() throws IOException {
        Path empty = Files.createDirectory(parent.resolve("empty"));
        assertThat(PackageFolder.problemsOf(() -> SourceFolder.read(empty)))
                .containsExactly(".: The folder has no file. Give the folder with the code to be judged.");
    }

    private List<String> problemsOf(Path path) {
        return PackageFolder.problemsOf(() -> PackageFolder.READER.readChallenge(path));
    }
}

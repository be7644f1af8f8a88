package dev.assay.challenge.archive;

import static dev.assay.challenge.archive.Refused.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.PackageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What is read of a good archive, and how much is told of a bad one; what is bad is in the tests of hostile names, kinds, sizes and structure. */
class PackageArchiveTest {

    private static final byte[] TEXT = "content".getBytes(StandardCharsets.UTF_8);

    @Test
    void allThatIsWrongIsToldAtOnceUpToALimit() {
        HandmadeZip zip = HandmadeZip.of("echo/a");
        for (int i = 0; i < 60; i++) {
            zip.with("../" + i, "");
        }
        assertThat(problems(zip)).hasSize(51).last().asString().startsWith("echo.zip: 10 more entries are refused");
    }

    @Test
    void theOneFolderGivesTheName() throws PackageException {
        PackageArchive archive = PackageArchive.read(
                HandmadeZip.of("echo/challenge.yaml", "echo/exam/A.java")
                        .folder("echo/")
                        .bytes(),
                "other.zip");
        assertThat(archive.name()).isEqualTo("echo");
        assertThat(archive.files()).containsOnlyKeys("challenge.yaml", "exam/A.java");
        assertThat(archive.files().get("exam/A.java")).asString().isEqualTo("content of echo/exam/A.java");
    }

    @Test
    void withoutAFolderTheFileGivesTheName() throws PackageException {
        PackageArchive archive = PackageArchive.read(
                HandmadeZip.of("challenge.yaml", "exam/A.java").bytes(), "echo.zip");
        assertThat(archive.name()).isEqualTo("echo");
        assertThat(archive.files()).containsOnlyKeys("challenge.yaml", "exam/A.java");
    }

    @Test
    void whatMacOsAddsIsLeftOut() throws PackageException {
        PackageArchive archive = PackageArchive.read(
                HandmadeZip.of("echo/a", "echo/.DS_Store", "__MACOSX/echo/._a").bytes(), "x.zip");
        assertThat(archive.name()).isEqualTo("echo");
        assertThat(archive.files()).containsOnlyKeys("a");
    }

    @Test
    void sizesBehindTheDataAreRead() throws PackageException {
        HandmadeZip zip = HandmadeZip.of("echo/a");
        for (boolean signed : List.of(true, false)) {
            zip.with("echo/" + signed, entry -> {
                entry.flags |= 1 << 3;
                entry.localCrc = 0;
                entry.localCompressed = 0;
                entry.localSize = 0;
                entry.descriptor = signed
                        ? HandmadeZip.fours(0x08074b50L, entry.crc, entry.compressed, entry.size)
                        : HandmadeZip.fours(entry.crc, entry.compressed, entry.size);
            });
        }
        zip.comment = "a commit's hash".getBytes(StandardCharsets.UTF_8);
        assertThat(PackageArchive.read(zip.bytes(), "x.zip").files()).containsOnlyKeys("a", "true", "false");
    }

    @Test
    void whatAnOrdinaryProgramPacksIsRead() throws IOException, PackageException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("echo/"));
            zip.putNextEntry(new ZipEntry("echo/statement.md"));
            zip.write(TEXT);
            zip.putNextEntry(new ZipEntry("echo/empty"));
        }
        PackageArchive archive = PackageArchive.read(out.toByteArray(), "x.zip");
        assertThat(archive.name()).isEqualTo("echo");
        assertThat(archive.files()).containsOnlyKeys("statement.md", "empty");
        assertThat(archive.files().get("statement.md")).isEqualTo(TEXT);
    }
}

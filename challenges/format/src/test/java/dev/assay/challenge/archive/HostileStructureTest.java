package dev.assay.challenge.archive;

import static dev.assay.challenge.archive.Refused.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.PackageException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Damage, and archives that two programs would read as two different things. */
class HostileStructureTest {

    private static final byte[] TEXT = "content".getBytes(StandardCharsets.UTF_8);

    @Test
    void aWrongChecksumIsRefused() {
        assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.crc ^= 1)))
                .singleElement()
                .asString()
                .startsWith("echo/b: Its checksum is wrong. ");
    }

    @Test
    void brokenDataIsRefused() {
        assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> Arrays.fill(entry.data, (byte) 0xff))))
                .singleElement()
                .asString()
                .startsWith("echo/b: Its data is broken. ");
    }

    @Test
    void dataThatIsCutOffIsRefused() {
        assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> {
                    entry.data = Arrays.copyOf(entry.data, entry.data.length - 2);
                    entry.compressed -= 2;
                })))
                .singleElement()
                .asString()
                .startsWith("echo/b: Its data is cut off or broken. ");
    }

    @Test
    void dataBehindTheEndOfTheDataIsRefused() {
        assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> {
                    entry.data = Arrays.copyOf(entry.data, entry.data.length + 3);
                    entry.compressed += 3;
                })))
                .singleElement()
                .asString()
                .startsWith("echo/b: There is more behind the end of its data. ");
    }

    @Test
    void otherNumbersThanInTheEntryItselfAreRefused() {
        Stream.<Consumer<HandmadeZip.Entry>>of(
                        entry -> entry.localCrc = 1, entry -> entry.localCompressed = 1, entry -> entry.localSize = 0)
                .forEach(lie -> assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", lie)))
                        .singleElement()
                        .asString()
                        .startsWith("echo/b: Its sizes or its checksum differ between the directory and the entry"));
        assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.localMethod = 0)))
                .singleElement()
                .asString()
                .startsWith("echo/b: Its form differs between the directory and the entry itself. ");
        assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.localFlags = 1 | 1 << 11)))
                .singleElement()
                .asString()
                .startsWith("echo/b: Its form differs between the directory and the entry itself. ");
    }

    @Test
    void otherNumbersThanBehindItsDataAreRefused() {
        assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> {
                    entry.flags |= 1 << 3;
                    entry.descriptor = HandmadeZip.fours(0x08074b50L, entry.crc, entry.compressed, entry.size + 1);
                })))
                .singleElement()
                .asString()
                .startsWith("echo/b: Its sizes or its checksum differ between the directory and the end of its data");
    }

    @Test
    void entriesThatShareDataAreRefused() {
        HandmadeZip zip = HandmadeZip.of("echo/a").with("echo/b", entry -> entry.at = 0);
        assertThat(problems(zip)).singleElement().asString().startsWith("echo/b: It overlaps with another entry. ");
    }

    @Test
    void anEntryWithinAnotherIsRefused() {
        byte[] inner = HandmadeZip.of("echo/b").bytes();
        HandmadeZip zip = new HandmadeZip()
                .with("echo/a", inner, entry -> {
                    entry.method = 0;
                    entry.data = inner;
                    entry.compressed = inner.length;
                })
                .with(
                        "echo/b",
                        "content of echo/b".getBytes(StandardCharsets.UTF_8),
                        entry -> entry.at = 30L + "echo/a".length());
        assertThat(problems(zip)).singleElement().asString().startsWith("echo/b: It overlaps with another entry. ");
    }

    @Test
    void anEntryThatTheDirectoryDoesNotNameIsRefused() {
        assertThat(problems(HandmadeZip.of("echo/a", "echo/b").lying(zip -> zip.missing = 1)))
                .singleElement()
                .asString()
                .matches("echo/b: It is preceded by \\d+ bytes that belong to no entry\\. .*");
    }

    @Test
    void bytesBetweenAndBehindEntriesAreRefused() {
        assertThat(problems(HandmadeZip.of("echo/a")
                        .with("echo/b", entry -> entry.behind = TEXT)
                        .with("echo/c", "")))
                .singleElement()
                .asString()
                .startsWith("echo/c: It is preceded by 7 bytes that belong to no entry. ");
        assertThat(problems(HandmadeZip.of("echo/a").lying(zip -> zip.beforeDirectory = TEXT)))
                .singleElement()
                .asString()
                .startsWith("echo/a: It is followed by 7 bytes that belong to no entry. ");
    }

    @Test
    void anEntryThatIsNowhereIsRefused() {
        assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.at = 0xfffffff0L)))
                .singleElement()
                .asString()
                .startsWith("echo/b: It is preceded by ");
        assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> {
                    entry.compressed = 500_000;
                    entry.localCompressed = 500_000;
                    entry.size = 500_000;
                })))
                .singleElement()
                .asString()
                .startsWith("echo/b: It reaches beyond the end of the entries. ");
    }

    @Test
    void dataBeforeTheArchiveIsRefused() {
        assertThat(problems(HandmadeZip.of("echo/a").lying(zip -> zip.before = TEXT)))
                .singleElement()
                .asString()
                .startsWith("echo.zip: The archive's directory is not where its end says");
        assertThat(problems(HandmadeZip.of("echo/a").lying(zip -> zip.beforeEnd = TEXT)))
                .singleElement()
                .asString()
                .startsWith("echo.zip: The archive's directory is not where its end says");
    }

    @Test
    void dataBehindTheArchiveIsRefused() {
        assertThat(problems(HandmadeZip.of("echo/a").lying(zip -> zip.after = TEXT)))
                .containsExactly("echo.zip: This is not a zip archive, or it is cut off, or something follows its end."
                        + " Send the zip file as it was made.");
    }

    @Test
    void anArchiveInTheCommentOfAnotherIsRefused() {
        byte[] other = HandmadeZip.of("echo/evil").bytes();
        assertThat(problems(HandmadeZip.of("echo/a").lying(zip -> zip.comment = other)))
                .singleElement()
                .asString()
                .startsWith("echo.zip: The archive has two ends. ");
    }

    @Test
    void onePartOfSeveralIsRefused() {
        assertThat(problems(HandmadeZip.of("echo/a").lying(zip -> zip.disk = 1)))
                .singleElement()
                .asString()
                .startsWith("echo.zip: The archive is one part of several. ");
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        assertThat(problems(new byte[0])).singleElement().asString().contains("This is not a zip archive");
        assertThat(problems(TEXT)).singleElement().asString().contains("This is not a zip archive");
        byte[] whole = HandmadeZip.of("echo/a").bytes();
        assertThat(problems(Arrays.copyOf(whole, whole.length - 1)))
                .singleElement()
                .asString()
                .contains("This is not a zip archive, or it is cut off");
    }

    @Test
    void anArchiveWithoutFilesIsRefused() {
        assertThat(problems(new HandmadeZip()))
                .singleElement()
                .asString()
                .startsWith("echo.zip: The archive has no file");
        assertThat(problems(new HandmadeZip().folder("echo/")))
                .singleElement()
                .asString()
                .startsWith("echo.zip: The archive has no file");
    }

    /** Nothing that was flipped, cut or doubled in a good archive may end in anything but files or a refusal. */
    @Test
    void noDamageIsMoreThanARefusal() {
        byte[] good = HandmadeZip.of("echo/a", "echo/b/c").folder("echo/d/").bytes();
        Random random = new Random(4711);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = good.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            readOrRefuse(Arrays.copyOf(damaged, damaged.length - (random.nextInt(4) == 0 ? random.nextInt(40) : 0)));
        }
    }

    private void readOrRefuse(byte[] zip) {
        try {
            PackageArchive.read(zip, "echo.zip");
        } catch (PackageException refused) {
            assertThat(refused.problems()).isNotEmpty();
        }
    }
}

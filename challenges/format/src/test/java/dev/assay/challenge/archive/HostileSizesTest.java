package dev.assay.challenge.archive;

import static dev.assay.challenge.archive.Refused.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.PackageReader;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Too many entries, too large ones, bombs, and sizes that are not true. */
class HostileSizesTest {

    @Test
    void tooManyEntriesAreRefusedByTheirNumber() {
        HandmadeZip zip = new HandmadeZip();
        for (int i = 0; i <= ZipDirectory.MAX_ENTRIES; i++) {
            zip.with("echo/" + i, new byte[0], entry -> {});
        }
        assertThat(problems(zip))
                .containsExactly("echo.zip: The archive has 4001 entries; at most 4000 are allowed. Remove what does"
                        + " not belong to the package.");
    }

    @Test
    void aMillionEntriesBehindASmallNumberAreRefusedAtTheFirstTooMuch() {
        byte[] zip = HandmadeZip.of("echo/a", "echo/b")
                .lying(lie -> lie.countInEnd = 1)
                .bytes();
        assertThat(problems(zip))
                .containsExactly("echo.zip: The archive's directory is broken: its end speaks of 1 entries, and after"
                        + " 1 something else follows. Pack the folder anew with an ordinary zip program.");
    }

    @Test
    void filesThatAreTooLargeAreRefused() {
        byte[] noise = new byte[PackageReader.MAX_FILE_BYTES + 1];
        new Random(1).nextBytes(noise);
        assertThat(problems(HandmadeZip.of("echo/a").with("echo/big", noise, entry -> {})))
                .containsExactly("echo/big: The file is larger than 1024 KiB. Make it smaller.");
    }

    @Test
    void filesThatAreTooLargeTogetherAreRefused() {
        byte[] noise = new byte[PackageReader.MAX_FILE_BYTES];
        new Random(1).nextBytes(noise);
        HandmadeZip zip = new HandmadeZip();
        for (int i = 1; i <= 10; i++) {
            zip.with("echo/" + i, noise, entry -> {});
        }
        assertThat(problems(zip))
                .containsExactly("echo/9: With it the files have more than 8 MiB. Remove what does not belong to the"
                        + " package.");
    }

    @Test
    void aBombIsRefusedByItsRatio() {
        byte[] zeros = new byte[1024 * 1024];
        assertThat(problems(HandmadeZip.of("echo/a").with("echo/bomb", zeros, entry -> {})))
                .singleElement()
                .asString()
                .startsWith("echo/bomb: It grows to more than 200 times its size when inflated. ");
    }

    @Test
    void aBombThatSaysItIsSmallIsStoppedWhileInflating() {
        byte[] zeros = new byte[64 * 1024 * 1024];
        HandmadeZip zip = HandmadeZip.of("echo/a").with("echo/bomb", zeros, entry -> entry.size = 100_000);
        assertThat(problems(zip))
                .singleElement()
                .asString()
                .startsWith("echo/bomb: Its data does not have the 100000 bytes that it claims. ");
    }

    @Test
    void aFileThatIsSmallerThanItSaysIsRefused() {
        assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.size++)))
                .singleElement()
                .asString()
                .startsWith("echo/b: Its data does not have the 8 bytes that it claims. ");
    }

    @Test
    void twoSizesOfOneStoredFileAreRefused() {
        assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.method = 0)))
                .singleElement()
                .asString()
                .startsWith("echo/b: It is not compressed, but has two sizes. ");
    }

    @Test
    void zip64IsRefusedWhereverItIs() {
        assertThat(problems(HandmadeZip.of("echo/a").lying(zip -> zip.countInEnd = 0xffff)))
                .singleElement()
                .asString()
                .startsWith("echo.zip: The archive has ZIP64 fields");
        assertThat(problems(HandmadeZip.of("echo/a").lying(zip -> zip.directoryInEnd = 0xffffffffL)))
                .singleElement()
                .asString()
                .startsWith("echo.zip: The archive has ZIP64 fields");
        assertThat(problems(HandmadeZip.of("echo/a")
                        .lying(zip -> zip.beforeEnd = HandmadeZip.fours(0x07064b50L, 0, 0, 0, 1))))
                .singleElement()
                .asString()
                .startsWith("echo.zip: The archive has ZIP64 fields");
        byte[] field = HandmadeZip.extra(0x0001, new byte[16]);
        assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.extra = field)))
                .singleElement()
                .asString()
                .startsWith("echo/b: It has ZIP64 fields");
        assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.localExtra = field)))
                .singleElement()
                .asString()
                .startsWith("echo/b: It has ZIP64 fields");
        assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> {
                    entry.size = 0xffffffffL;
                    entry.compressed = 0xffffffffL;
                })))
                .anyMatch(problem -> problem.startsWith("echo/b: The file is larger than 1024 KiB"));
    }
}

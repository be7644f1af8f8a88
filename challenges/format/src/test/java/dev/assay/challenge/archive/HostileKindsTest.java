package dev.assay.challenge.archive;

import static dev.assay.challenge.archive.Refused.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries that are neither an ordinary file nor a folder, or cannot be read here. */
class HostileKindsTest {

    @ParameterizedTest
    @ValueSource(longs = {0120777L << 16, 0x400L, 0x420L})
    void linksAreRefused(long attributes) {
        assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.attributes = attributes)))
                .containsExactly("echo/b: It is a symbolic link. Put a copy of the file in its place.");
    }

    @ParameterizedTest
    @ValueSource(longs = {0020666L << 16, 0060666L << 16, 0010644L << 16, 0140755L << 16, 0x40L})
    void devicesPipesAndSocketsAreRefused(long attributes) {
        assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.attributes = attributes)))
                .containsExactly("echo/b: It is neither a file nor a folder. Remove it from the archive.");
    }

    @Test
    void aLinkInAnExtraFieldIsRefusedThere() {
        for (byte[] extra : List.of(HandmadeZip.extra(0x756e), HandmadeZip.extra(0x000d, new byte[20]))) {
            assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.extra = extra)))
                    .singleElement()
                    .asString()
                    .startsWith("echo/b: It has a field that can make it a link or a device. ");
            assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.localExtra = extra)))
                    .singleElement()
                    .asString()
                    .startsWith("echo/b: It has a field that can make it a link or a device. ");
        }
    }

    @Test
    void folderByNameAndFileByAttributesIsRefused() {
        assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.attributes = 040755L << 16)))
                .singleElement()
                .asString()
                .startsWith("echo/b: Its name and its attributes disagree on whether it is a folder. ");
        assertThat(problems(HandmadeZip.of("echo/a").with("echo/b/", entry -> {})))
                .singleElement()
                .asString()
                .startsWith("echo/b/: Its name and its attributes disagree on whether it is a folder. ");
    }

    @Test
    void aFolderWithContentIsRefused() {
        assertThat(problems(HandmadeZip.of("echo/a").with("echo/b/", entry -> entry.attributes = 0)))
                .singleElement()
                .asString()
                .startsWith("echo/b/: It is a folder, but has content. ");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1 << 6, 1 << 13})
    void encryptedEntriesAreRefused(int flag) {
        assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.flags |= flag)))
                .containsExactly("echo/b: It is encrypted. Pack the folder without a password.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 12, 14, 93, 95, 99})
    void otherCompressionIsRefused(int method) {
        assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.method = method)))
                .singleElement()
                .asString()
                .startsWith("echo/b: It is compressed in a way that is not read here (method " + method + "). ");
    }
}

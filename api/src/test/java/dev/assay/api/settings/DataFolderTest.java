package dev.assay.api.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.api.startup.StartUpFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path parent;

    @Test
    void isForThisUserOnly() throws IOException {
        Path folder = Files.createDirectory(
                parent.resolve("data"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        DataFolder data = new DataFolder(settings(folder));
        try {
            data.secret("token.key");
            assertThat(permissions(folder)).isEqualTo("rwx------");
            assertThat(permissions(folder.resolve("token.key"))).isEqualTo("rw-------");
        } finally {
            data.destroy();
        }
    }

    @Test
    void keepsItsSecretFromStartToStart() throws IOException {
        DataFolder first = new DataFolder(settings(parent));
        byte[] secret = first.secret("token.key");
        first.destroy();

        DataFolder second = new DataFolder(settings(parent));
        assertThat(second.secret("token.key")).isEqualTo(secret);
        second.destroy();
    }

    @Test
    void tellsWhatToDoWhenItCannotBeMade() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "");

        assertThatThrownBy(() -> new DataFolder(settings(file.resolve("data"))))
                .isInstanceOf(StartUpFailure.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("ASSAY_DATA_FOLDER");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static AssaySettings settings(Path folder) {
        return new AssaySettings(
                folder,
                null,
                List.of(),
                null,
                false,
                new AssaySettings.Runner(
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new AssaySettings.Bounds(null, null, null, null, null, null, null, null, null)),
                new AssaySettings.Uploads(8, 30),
                new AssaySettings.Owner(false));
    }
}

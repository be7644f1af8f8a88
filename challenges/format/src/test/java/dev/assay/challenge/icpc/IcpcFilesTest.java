package dev.assay.challenge.icpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IcpcFilesTest {

    @TempDir
    private Path folder;

    @TempDir
    private Path outside;

    @Test
    void namesWhereItStopsToRead() throws IOException {
        for (String name : new String[] {"a", "b", "c", "d"}) {
            write(name);
        }

        assertThat(IcpcFiles.of(folder, 4).left()).isEmpty();
        IcpcFiles some = IcpcFiles.of(folder, 2);

        assertThat(some.all()).hasSize(2);
        assertThat(some.left())
                .singleElement()
                .satisfies(one -> assertThat(one.why())
                        .isEqualTo("the package has more than 2 files; this one and those after it were not read"))
                .satisfies(one -> assertThat(some.has(one.file())).isFalse());
    }

    @Test
    void namesAFolderThatLiesTooDeep() throws IOException {
        write("1/2/3/4/5/6/7/8/9/10/11/file");
        write("1/2/3/4/5/6/7/8/9/10/11/12/deeper");

        IcpcFiles files = IcpcFiles.of(folder);

        assertThat(files.all()).containsExactly("1/2/3/4/5/6/7/8/9/10/11/file");
        assertThat(files.left())
                .containsExactly(
                        new NotImported("1/2/3/4/5/6/7/8/9/10/11/12", "folders are read 12 deep, and no deeper"));
    }

    @Test
    void namesAFolderThatALinkLeadsTo() throws IOException {
        write("file");
        Files.createSymbolicLink(folder.resolve("linked"), outside);

        IcpcFiles files = IcpcFiles.of(folder);

        assertThat(files.all()).containsExactly("file");
        assertThat(files.left())
                .containsExactly(new NotImported("linked", "it is a link that leads out of the package"));
    }

    private void write(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }
}

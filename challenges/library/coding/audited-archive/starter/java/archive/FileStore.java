package archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** The files of the documents. */
@Component
class FileStore {
    /** Each document has a folder of its own. */
    private static final Path FILES = Path.of("files");

    void write(int document, String name, byte[] content) {
        Path path = pathOf(document, name);
        try {
            Files.createDirectories(FILES.resolve(String.valueOf(document)));
            Files.write(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] read(int document, String name) {
        try {
            return Files.readAllBytes(pathOf(document, name));
        } catch (IOException e) {
            throw new Refused(404, "The document has no file " + name + ".");
        }
    }

    private static Path pathOf(int document, String name) {
        if (name.isEmpty() || name.length() > 60) {
            throw new Refused(400, "A file's name has 1 to 60 characters.");
        }
        return FILES.resolve(String.valueOf(document)).resolve(name);
    }
}

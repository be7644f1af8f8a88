package archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The files of the documents. */
@Component
class FileStore {
    /** Each document has a folder of its own. */
    private static final Path FILES = Path.of("files");

    private static final Pattern NAME = Pattern.compile("[^/\\x00-\\x1f\\x7f-\\x9f]{1,60}");
    private static final Set<String> FOLDERS = Set.of(".", "..");

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
        if (!NAME.matcher(name).matches() || FOLDERS.contains(name)) {
            throw new Refused(400, "A file's name has 1 to 60 characters, and is no path.");
        }
        return FILES.resolve(String.valueOf(document)).resolve(name);
    }
}

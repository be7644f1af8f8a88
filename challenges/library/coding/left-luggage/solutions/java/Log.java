import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Batches of changes in a file, one a line, in the order in which they were made. Nothing is buffered here: what the kernel has been
 * given outlives this process. Not safe for threads.
 */
final class Log {
    private static final long COMPACT_FROM = 1 << 20;

    private final Path path;
    private FileOutputStream file;
    private long size;
    private long compactAt = COMPACT_FROM;

    Log(Path path) throws IOException {
        this.path = path;
        open();
    }

    /** All batches. A crash may have cut off the last line; nobody was told that it is stored, and it goes. */
    List<List<Change>> replay() throws IOException {
        byte[] content = Files.readAllBytes(path);
        int end = content.length;
        while (end > 0 && content[end - 1] != '\n') {
            end--;
        }
        cut(end);
        List<List<Change>> batches = new ArrayList<>();
        for (String line : new String(content, 0, end, StandardCharsets.UTF_8).lines().toList()) {
            batches.add(decode(line));
        }
        return batches;
    }

    boolean isLarge() {
        return size > compactAt;
    }

    void append(List<Change> batch) throws IOException {
        byte[] line = encode(batch);
        try {
            file.write(line);
        } catch (IOException e) {
            // Half a line would spoil the next one.
            cut(size);
            throw e;
        }
        size += line.length;
    }

    /** Begins anew with what is left of all changes. Until that is complete, the old file stays in its place. */
    void rewrite(Map<String, String> items) throws IOException {
        Path complete = path.resolveSibling(path.getFileName() + ".new");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(complete))) {
            for (Map.Entry<String, String> item : items.entrySet()) {
                out.write(encode(List.of(new Change(item.getKey(), item.getValue()))));
            }
        }
        Files.move(complete, path, StandardCopyOption.ATOMIC_MOVE);
        file.close();
        open();
        compactAt = Math.max(COMPACT_FROM, 2 * size);
    }

    private void open() throws IOException {
        file = new FileOutputStream(path.toFile(), true);
        size = Files.size(path);
    }

    private void cut(long length) throws IOException {
        file.getChannel().truncate(length);
        size = length;
    }

    /** JSON escapes line breaks, so that a line ends where the batch ends. */
    private static byte[] encode(List<Change> batch) {
        String line = Json.write(batch.stream().map(Change::toJson).toList()) + "\n";
        return line.getBytes(StandardCharsets.UTF_8);
    }

    private static List<Change> decode(String line) throws IOException {
        try {
            return ((List<?>) Json.read(line)).stream().map(Change::fromJson).toList();
        } catch (Json.Malformed malformed) {
            throw new IOException("The log has a line that is complete and cannot be read: " + malformed.getMessage());
        }
    }
}

package dev.assay.api.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zip files of packages. */
public final class TestArchives {

    private static final Path TEMPLATE = Path.of("../challenges/template");

    private static final LocalDateTime MADE = LocalDateTime.of(2026, 1, 1, 0, 0);

    private TestArchives() {}

    /** A good challenge with this id, of three starters, three solutions and three mutants. */
    public static byte[] challenge(String id) {
        return challenge(id, Map.of());
    }

    /** @param changed path to another content; one that is empty is left out */
    public static byte[] challenge(String id, Map<String, String> changed) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(TEMPLATE)) {
            List<Path> regular = found.filter(Files::isRegularFile).toList();
            for (Path file : regular) {
                files.put(id + "/" + TEMPLATE.relativize(file), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        changed.forEach((path, text) -> {
            if (text.isEmpty()) {
                files.remove(id + "/" + path);
            } else {
                files.put(id + "/" + path, text.getBytes(StandardCharsets.UTF_8));
            }
        });
        return zip(files);
    }

    public static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                // Otherwise the time of making it: the same files would be the same bytes only within two seconds.
                entry.setTimeLocal(MADE);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

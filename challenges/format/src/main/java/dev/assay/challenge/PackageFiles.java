package dev.assay.challenge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every file of a package folder as text, read once, so that validation and the content hash speak of the same bytes.
 * Links are refused: they would make the package depend on what lies outside it.
 */
final class PackageFiles {

    static final int MAX_FILES = 2000;
    static final int MAX_FILE_BYTES = 1024 * 1024;
    static final int MAX_BYTES = 8 * 1024 * 1024;

    private final NavigableMap<String, String> texts;
    private final NavigableSet<String> refused;

    private PackageFiles(NavigableMap<String, String> texts, NavigableSet<String> refused) {
        this.texts = texts;
        this.refused = refused;
    }

    static PackageFiles read(Path folder, Problems problems) {
        Reading reading = new Reading(folder, problems);
        try {
            Files.walkFileTree(folder, reading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PackageFiles(reading.texts, reading.refused);
    }

    /** The same for files that lie in no folder. */
    static PackageFiles of(SortedMap<String, byte[]> contents, Problems problems) {
        Reading reading = new Reading(Path.of(""), problems);
        for (Map.Entry<String, byte[]> file : contents.entrySet()) {
            if (reading.hasValidName(file.getKey())) {
                reading.takeText(file.getKey(), file.getValue());
            }
            if (reading.isTooMuch()) {
                break;
            }
        }
        return new PackageFiles(reading.texts, reading.refused);
    }

    SortedMap<String, String> all() {
        return Collections.unmodifiableSortedMap(texts);
    }

    Optional<String> text(String path) {
        return Optional.ofNullable(texts.get(path));
    }

    /** Whether the folder has the file at all, even one that was refused and reported. */
    boolean has(String path) {
        return texts.containsKey(path) || refused.contains(path);
    }

    /** The files below a folder of the package, by their path from there. */
    SortedMap<String, String> below(String folder) {
        String prefix = folder + "/";
        TreeMap<String, String> found = new TreeMap<>();
        texts.tailMap(prefix).entrySet().stream()
                .takeWhile(file -> file.getKey().startsWith(prefix))
                .forEach(file -> found.put(file.getKey().substring(prefix.length()), file.getValue()));
        return found;
    }

    /** Whether something below the folder was refused and reported, so that it is not called missing as well. */
    boolean refusedBelow(String folder) {
        String next = refused.ceiling(folder + "/");
        return refused.contains(folder) || (next != null && next.startsWith(folder + "/"));
    }

    /** The names directly in a folder of the package; {@code ""} is the package itself. */
    SortedSet<String> namesIn(String folder) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        TreeSet<String> names = new TreeSet<>();
        for (String path : texts.keySet()) {
            if (path.startsWith(prefix)) {
                String rest = path.substring(prefix.length());
                int slash = rest.indexOf('/');
                names.add(slash < 0 ? rest : rest.substring(0, slash));
            }
        }
        return names;
    }

    String contentHash() {
        return SourceFiles.hashOf(texts);
    }

    private static final class Reading extends SimpleFileVisitor<Path> {

        private final Path folder;
        private final Problems problems;
        private final TreeMap<String, String> texts = new TreeMap<>();
        private final TreeSet<String> refused = new TreeSet<>();
        private long bytes;

        Reading(Path folder, Problems problems) {
            this.folder = folder;
            this.problems = problems;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            String path = pathOf(directory);
            return path.isEmpty() || hasValidName(path) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = pathOf(file);
            if (attributes.isSymbolicLink()) {
                refuse(path, "A symbolic link is not allowed", "Put a copy of the file in its place.");
            } else if (!attributes.isRegularFile()) {
                refuse(path, "This is neither a file nor a folder", "Remove it.");
            } else if (hasValidName(path)) {
                readText(file, path);
            }
            return isTooMuch() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        private boolean isTooMuch() {
            if (texts.size() + refused.size() > MAX_FILES) {
                refuse("", "The package has more than " + MAX_FILES + " files", "Remove what does not belong to it.");
                return true;
            }
            if (bytes > MAX_BYTES) {
                refuse(
                        "",
                        "The package is larger than " + MAX_BYTES / 1024 / 1024 + " MiB",
                        "Remove what does not belong to it.");
                return true;
            }
            return false;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            refuseUnreadable(pathOf(file), failure);
            return FileVisitResult.CONTINUE;
        }

        private void readText(Path file, String path) {
            byte[] content;
            try (InputStream input = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                content = input.readNBytes(MAX_FILE_BYTES + 1);
            } catch (IOException e) {
                refuseUnreadable(path, e);
                return;
            }
            takeText(path, content);
        }

        private void takeText(String path, byte[] content) {
            bytes += content.length;
            if (content.length > MAX_FILE_BYTES) {
                refuse(path, "The file is larger than " + MAX_FILE_BYTES / 1024 + " KiB", "Make it smaller.");
                return;
            }
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(content))
                        .toString();
                if (text.startsWith("\uFEFF")) {
                    refuse(path, "The file begins with a byte order mark", "Save it as UTF-8 without one.");
                } else if (text.indexOf('\0') >= 0) {
                    refuse(path, "The file is not text: it contains a NUL character", "Remove it from the package.");
                } else {
                    texts.put(path, text);
                }
            } catch (CharacterCodingException e) {
                refuse(path, "The file is not UTF-8 text", "Save it as UTF-8, or remove it from the package.");
            }
        }

        private boolean hasValidName(String path) {
            try {
                SourceFiles.requireValidPath(path);
                return true;
            } catch (IllegalArgumentException e) {
                refuse(path, "The name of this file or folder is not allowed", e.getMessage() + ".");
                return false;
            }
        }

        private void refuseUnreadable(String path, IOException failure) {
            String reason = failure instanceof AccessDeniedException
                    ? "permission denied"
                    : String.valueOf(failure.getMessage());
            refuse(path, "It cannot be read: " + reason, "Make it readable for the user who runs this.");
        }

        private void refuse(String path, String message, String remedy) {
            refused.add(path);
            problems.add(path.isEmpty() ? "." : Wording.inert(path), message, remedy);
        }

        private String pathOf(Path file) {
            return folder.relativize(file).toString().replace('\\', '/');
        }
    }
}

package dev.assay.challenge.icpc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of a problem package, read when they are asked for. What lies outside it is not there, whatever links say. */
final class IcpcFiles {

    static final int MAX_TEXT = 1024 * 1024;
    private static final int MAX_FILES = 50_000;
    private static final int MAX_DEPTH = 12;
    private static final String LEADS_OUT = "it is a link that leads out of the package";

    private final NavigableMap<String, Entry> entries;
    private final List<NotImported> left;

    private record Entry(Path file, long size) {}

    private IcpcFiles(NavigableMap<String, Entry> entries, List<NotImported> left) {
        this.entries = entries;
        this.left = left;
    }

    static IcpcFiles of(Path folder) {
        return of(folder, MAX_FILES);
    }

    static IcpcFiles of(Path folder, int maxFiles) {
        NavigableMap<String, Entry> entries = new TreeMap<>();
        List<NotImported> left = new ArrayList<>();
        try {
            Path root = folder.toRealPath();
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                        throws IOException {
                    if (directory.equals(root)) {
                        return FileVisitResult.CONTINUE;
                    }
                    if (isIgnored(directory)) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    boolean inside = directory.toRealPath().startsWith(root);
                    if (!inside) {
                        leave(directory, LEADS_OUT);
                    }
                    return inside ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (isIgnored(file)) {
                        return FileVisitResult.CONTINUE;
                    }
                    if (attributes.isDirectory()) {
                        leave(file, "folders are read " + MAX_DEPTH + " deep, and no deeper");
                    } else if (attributes.isRegularFile() && !file.toRealPath().startsWith(root)) {
                        leave(file, LEADS_OUT);
                    } else if (attributes.isRegularFile() && entries.size() == maxFiles) {
                        leave(
                                file,
                                "the package has more than " + maxFiles
                                        + " files; this one and those after it were not read");
                        return FileVisitResult.TERMINATE;
                    } else if (attributes.isRegularFile()) {
                        entries.put(root.relativize(file).toString(), new Entry(file, attributes.size()));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    leave(file, "it cannot be read");
                    return FileVisitResult.CONTINUE;
                }

                private void leave(Path file, String why) {
                    left.add(new NotImported(root.relativize(file).toString(), why));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new IcpcFiles(entries, left);
    }

    /** As the format says. */
    private static boolean isIgnored(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(".") || name.startsWith("-");
    }

    List<NotImported> left() {
        return left;
    }

    Collection<String> all() {
        return entries.keySet();
    }

    boolean has(String path) {
        return entries.containsKey(path);
    }

    boolean hasFolder(String folder) {
        String next = entries.higherKey(folder + "/");
        return next != null && next.startsWith(folder + "/");
    }

    /** The paths of all files below a folder. */
    List<String> below(String folder) {
        String prefix = folder + "/";
        return entries.tailMap(prefix, false).keySet().stream()
                .takeWhile(path -> path.startsWith(prefix))
                .toList();
    }

    /** The names of files and folders directly in a folder. */
    SortedSet<String> namesIn(String folder) {
        SortedSet<String> names = new TreeSet<>();
        for (String path : below(folder)) {
            String rest = path.substring(folder.length() + 1);
            int slash = rest.indexOf('/');
            names.add(slash < 0 ? rest : rest.substring(0, slash));
        }
        return Collections.unmodifiableSortedSet(names);
    }

    long size(String path) {
        Entry entry = entries.get(path);
        return entry == null ? 0 : entry.size();
    }

    /** Why a file cannot be taken over as text; nothing when it can. */
    Optional<String> trouble(String path) {
        if (size(path) > MAX_TEXT) {
            return Optional.of("it is larger than " + MAX_TEXT / 1024 + " KiB");
        }
        return text(path).isPresent() ? Optional.empty() : Optional.of("it is not UTF-8 text");
    }

    /**
     * The texts of a program that is one file, or all in a folder.
     *
     * @throws IllegalArgumentException for people, when one cannot be taken over
     */
    SortedMap<String, String> program(String path) {
        SortedMap<String, String> sources = new TreeMap<>();
        for (String file : hasFolder(path) ? below(path) : List.of(path)) {
            String name = file.substring((hasFolder(path) ? path.length() : path.lastIndexOf('/')) + 1);
            trouble(file).ifPresent(trouble -> {
                throw new IllegalArgumentException((file.equals(path) ? "" : name + ": ") + trouble);
            });
            sources.put(name, text(file).orElse(""));
        }
        return sources;
    }

    /** Nothing when there is no such file, or it is no text, or too large. */
    Optional<String> text(String path) {
        Entry entry = entries.get(path);
        if (entry == null || entry.size() > MAX_TEXT) {
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(entry.file())))
                    .toString();
            return text.indexOf('\0') >= 0
                    ? Optional.empty()
                    : Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.assay.challenge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A tree of UTF-8 text files by relative path: a starter, a solution, an exam, a workspace or a submission.
 *
 * @param files path to text, in path order; a path uses {@code /}, has no empty, {@code .} or {@code ..} segment
 */
public record SourceFiles(SortedMap<String, String> files) {

    public static final int MAX_FILES = 200;
    public static final int MAX_BYTES = 1024 * 1024;
    public static final int MAX_PATH_LENGTH = 200;

    private static final Pattern PATH = Pattern.compile("(?!.*(?:^|/)\\.{1,2}(?:/|$))[\\w.@+-]+(?:/[\\w.@+-]+)*");

    public SourceFiles {
        if (files.size() > MAX_FILES) {
            throw new IllegalArgumentException(
                    "There are " + files.size() + " files; at most " + MAX_FILES + " are allowed");
        }
        long bytes = 0;
        for (Map.Entry<String, String> file : files.entrySet()) {
            requireValidPath(file.getKey());
            bytes += file.getValue().getBytes(StandardCharsets.UTF_8).length;
        }
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "The files have " + bytes + " bytes; at most " + MAX_BYTES + " are allowed");
        }
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        requireNoFileBelowAFile(files);
    }

    public static SourceFiles of(Map<String, String> files) {
        return new SourceFiles(new TreeMap<>(files));
    }

    public static SourceFiles empty() {
        return new SourceFiles(new TreeMap<>());
    }

    /** Refuses, with a message for people, a path that could leave the folder or that tools cannot show. */
    public static String requireValidPath(String path) {
        if (path.length() > MAX_PATH_LENGTH || !PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("The path \"" + printable(path) + "\" is not allowed; use at most "
                    + MAX_PATH_LENGTH + " letters, digits and . _ - + @, separated by /, without a . or .. segment");
        }
        return path;
    }

    public Optional<String> text(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The files as they are stored, in UTF-8. */
    public SortedMap<String, byte[]> bytes() {
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    public SortedSet<String> paths() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(files.keySet()));
    }

    public SourceFiles with(String path, String text) {
        TreeMap<String, String> changed = new TreeMap<>(files);
        changed.put(path, text);
        return new SourceFiles(changed);
    }

    public SourceFiles without(String path) {
        TreeMap<String, String> changed = new TreeMap<>(files);
        changed.remove(path);
        return new SourceFiles(changed);
    }

    public SourceFiles overlaidWith(SourceFiles other) {
        TreeMap<String, String> changed = new TreeMap<>(files);
        changed.putAll(other.files);
        return new SourceFiles(changed);
    }

    /** SHA-256 over paths and texts, each preceded by its length, as lower-case hex. */
    public String contentHash() {
        return hashOf(files);
    }

    static String hashOf(SortedMap<String, String> files) {
        MessageDigest digest = sha256();
        files.forEach((path, text) -> {
            update(digest, path);
            update(digest, text);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static void requireNoFileBelowAFile(SortedMap<String, String> files) {
        for (String path : files.keySet()) {
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                if (files.containsKey(path.substring(0, slash))) {
                    throw new IllegalArgumentException(
                            "\"" + path.substring(0, slash) + "\" is both a file and a folder");
                }
            }
        }
    }

    private static String printable(String path) {
        String shown = path.length() > MAX_PATH_LENGTH ? path.substring(0, MAX_PATH_LENGTH) + "…" : path;
        return shown.replaceAll("[^\\x20-\\x7e…]", "?");
    }
}

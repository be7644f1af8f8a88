package dev.assay.challenge.archive;

import dev.assay.challenge.PackageReader;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an entry may be, from its description alone; nothing has been inflated yet. */
final class EntryRules {

    static final int MAX_DEPTH = 20;
    static final int MAX_NAME_BYTES = 400;

    /** Text that repeats itself shrinks so far; what shrinks further is no text. */
    static final int MAX_RATIO = 200;

    /** Below this size the ratio says nothing. */
    static final int FREE_BYTES = 64 * 1024;

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    /** Encryption, strong encryption, masked headers; patch data. */
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;

    private static final int PATCH = 1 << 5;

    private static final int UNIX_TYPE = 0xf000;
    private static final int UNIX_LINK = 0xa000;
    private static final int UNIX_FILE = 0x8000;
    private static final int UNIX_FOLDER = 0x4000;
    private static final int WINDOWS_FOLDER = 0x10;
    private static final int WINDOWS_DEVICE = 0x40;
    private static final int WINDOWS_LINK = 0x400;

    private static final String RENAME = "Rename it, and pack the folder anew.";
    private static final String PACK_ANEW = "Pack the folder anew with an ordinary zip program.";

    private final Refusals refusals;

    EntryRules(Refusals refusals) {
        this.refusals = refusals;
    }

    void check(List<ZipEntry> entries) {
        long bytes = 0;
        for (ZipEntry entry : entries) {
            Optional<Wrong> wrong = wrongName(entry)
                    .or(() -> wrongKind(entry))
                    .or(() -> wrongForm(entry))
                    .or(() -> wrongSize(entry));
            if (wrong.isPresent()) {
                refusals.add(
                        entry.shownName(), wrong.get().message(), wrong.get().remedy());
                continue;
            }
            boolean hadRoom = bytes <= PackageReader.MAX_BYTES;
            bytes += entry.size();
            if (hadRoom && bytes > PackageReader.MAX_BYTES) {
                refusals.add(
                        entry.shownName(),
                        "With it the files have more than " + PackageReader.MAX_BYTES / 1024 / 1024 + " MiB",
                        "Remove what does not belong to the package.");
            }
        }
        checkClashes(entries);
    }

    private record Wrong(String message, String remedy) {}

    private static Optional<Wrong> wrongName(ZipEntry entry) {
        Optional<String> decoded = entry.name();
        if (decoded.isEmpty()) {
            return Optional.of(new Wrong("Its name is not UTF-8", RENAME));
        }
        String name = decoded.get();
        if (name.isEmpty() || name.equals("/")) {
            return Optional.of(new Wrong("It has no name", PACK_ANEW));
        }
        if (CONTROL.matcher(name).find()) {
            return Optional.of(new Wrong("Its name has a control character", RENAME));
        }
        if (name.indexOf('\\') >= 0) {
            return Optional.of(new Wrong("Its name has a backslash", "Pack the folder with / between the names."));
        }
        if (name.startsWith("/") || DRIVE.matcher(name).matches()) {
            return Optional.of(new Wrong("Its name is an absolute path", "Pack the folder with relative names."));
        }
        if (entry.rawName().length() > MAX_NAME_BYTES) {
            return Optional.of(new Wrong("Its name has more than " + MAX_NAME_BYTES + " bytes", RENAME));
        }
        return wrongSegments(entry.isFolder() ? name.substring(0, name.length() - 1) : name);
    }

    private static Optional<Wrong> wrongSegments(String path) {
        List<String> segments = Arrays.asList(path.split("/", -1));
        if (segments.contains("..")) {
            return Optional.of(new Wrong("Its name leads out of the folder", "Remove it from the archive."));
        }
        if (segments.contains(".") || segments.contains("")) {
            return Optional.of(new Wrong("Its name has an empty part or a \".\"", PACK_ANEW));
        }
        if (segments.size() > MAX_DEPTH) {
            return Optional.of(new Wrong(
                    "It lies " + (segments.size() - 1) + " folders deep; allowed are " + (MAX_DEPTH - 1),
                    "Make the folders flatter."));
        }
        return Optional.empty();
    }

    /** Whatever system claims to have made the archive: programs differ in whether they look at that. */
    private static Optional<Wrong> wrongKind(ZipEntry entry) {
        int unix = (int) (entry.attributes() >>> 16) & UNIX_TYPE;
        int windows = (int) entry.attributes() & 0xffff;
        if (unix == UNIX_LINK || (windows & WINDOWS_LINK) != 0) {
            return Optional.of(new Wrong("It is a symbolic link", "Put a copy of the file in its place."));
        }
        if ((unix != 0 && unix != UNIX_FILE && unix != UNIX_FOLDER) || (windows & WINDOWS_DEVICE) != 0) {
            return Optional.of(new Wrong("It is neither a file nor a folder", "Remove it from the archive."));
        }
        boolean saysFolder = unix == UNIX_FOLDER || (unix == 0 && (windows & WINDOWS_FOLDER) != 0);
        boolean saysFile = unix == UNIX_FILE;
        if (entry.isFolder() ? saysFile : saysFolder) {
            return Optional.of(new Wrong("Its name and its attributes disagree on whether it is a folder", PACK_ANEW));
        }
        return Optional.empty();
    }

    private static Optional<Wrong> wrongForm(ZipEntry entry) {
        if ((entry.flags() & ENCRYPTED) != 0) {
            return Optional.of(new Wrong("It is encrypted", "Pack the folder without a password."));
        }
        if ((entry.flags() & PATCH) != 0
                || (entry.method() != ZipEntry.STORED && entry.method() != ZipEntry.DEFLATED)) {
            return Optional.of(new Wrong(
                    "It is compressed in a way that is not read here (method " + entry.method() + ")",
                    "Pack the folder with Deflate, as zip programs do when not told otherwise."));
        }
        return ExtraFields.wrong(entry.extra(), entry.rawName()).map(wrong -> new Wrong(wrong, PACK_ANEW));
    }

    private static Optional<Wrong> wrongSize(ZipEntry entry) {
        if (entry.isFolder() && entry.size() != 0) {
            return Optional.of(new Wrong("It is a folder, but has content", PACK_ANEW));
        }
        if (entry.method() == ZipEntry.STORED && entry.compressed() != entry.size()) {
            return Optional.of(new Wrong("It is not compressed, but has two sizes", PACK_ANEW));
        }
        if (entry.size() > FREE_BYTES && entry.size() / MAX_RATIO > entry.compressed()) {
            return Optional.of(new Wrong(
                    "It grows to more than " + MAX_RATIO + " times its size when inflated",
                    "Remove it from the archive."));
        }
        if (entry.size() > PackageReader.MAX_FILE_BYTES) {
            return Optional.of(new Wrong(
                    "The file is larger than " + PackageReader.MAX_FILE_BYTES / 1024 + " KiB", "Make it smaller."));
        }
        return Optional.empty();
    }

    private void checkClashes(List<ZipEntry> entries) {
        Map<String, ZipEntry> byKey = new HashMap<>();
        for (ZipEntry entry : entries) {
            ZipEntry earlier = byKey.putIfAbsent(key(entry), entry);
            if (earlier != null) {
                refusals.add(
                        entry.shownName(),
                        earlier.rawName().equals(entry.rawName())
                                ? "It is in the archive twice"
                                : "On some systems it is the same as \"" + Refusals.inert(earlier.shownName()) + "\"",
                        "Keep one of them.");
            }
        }
        for (ZipEntry entry : entries) {
            fileAbove(key(entry), byKey)
                    .ifPresent(file -> refusals.add(
                            entry.shownName(),
                            "It lies below \"" + Refusals.inert(file.shownName()) + "\", which is a file",
                            "Keep one of them."));
        }
    }

    private static Optional<ZipEntry> fileAbove(String key, Map<String, ZipEntry> byKey) {
        int depth = 0;
        for (int slash = key.indexOf('/'); slash >= 0 && depth < MAX_DEPTH; slash = key.indexOf('/', slash + 1)) {
            ZipEntry above = byKey.get(key.substring(0, slash));
            if (above != null && !above.isFolder()) {
                return Optional.of(above);
            }
            depth++;
        }
        return Optional.empty();
    }

    /** The same for names that some file system takes for the same. */
    private static String key(ZipEntry entry) {
        String name = entry.shownName();
        String path = entry.isFolder() ? name.substring(0, name.length() - 1) : name;
        return Normalizer.normalize(path, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}

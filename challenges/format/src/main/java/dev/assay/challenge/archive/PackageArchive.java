package dev.assay.challenge.archive;

import dev.assay.challenge.PackageException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a package as they lay in a zip file.
 *
 * @param name of the one folder that holds all files, else of the zip file; to be the package's id
 * @param files path below that folder to content
 */
public record PackageArchive(String name, SortedMap<String, byte[]> files) {

    private static final String SUFFIX = ".zip";

    public PackageArchive {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * Reads a zip file of anybody's making. Whatever two programs could understand differently is refused, with the name of the
     * entry; so is what is larger than a package may be, before it is inflated.
     *
     * @param fileName as the sender calls the zip file
     */
    public static PackageArchive read(byte[] zip, String fileName) throws PackageException {
        Refusals refusals = new Refusals(fileName);
        ZipDirectory directory = ZipDirectory.read(zip, refusals);
        new EntryRules(refusals).check(directory.entries());
        refusals.stopIfAny();
        SortedMap<String, byte[]> contents = new ZipContents(zip, refusals).read(directory);
        refusals.stopIfAny();
        return below(contents, fileName, refusals);
    }

    private static PackageArchive below(SortedMap<String, byte[]> contents, String fileName, Refusals refusals)
            throws PackageException {
        SortedMap<String, byte[]> files = new TreeMap<>(contents);
        files.keySet().removeIf(PackageArchive::isOfTheDesktop);
        if (files.isEmpty()) {
            throw refusals.of("The archive has no file", "Pack the package's folder into it.");
        }
        String first = files.firstKey();
        String folder = first.substring(0, first.indexOf('/') + 1);
        if (folder.isEmpty() || !files.keySet().stream().allMatch(path -> path.startsWith(folder))) {
            return new PackageArchive(withoutSuffix(fileName), files);
        }
        SortedMap<String, byte[]> inside = new TreeMap<>();
        files.forEach((path, content) -> inside.put(path.substring(folder.length()), content));
        return new PackageArchive(folder.substring(0, folder.length() - 1), inside);
    }

    /** What macOS puts beside the files that it packs. */
    private static boolean isOfTheDesktop(String path) {
        return path.startsWith("__MACOSX/") || path.equals(".DS_Store") || path.endsWith("/.DS_Store");
    }

    private static String withoutSuffix(String fileName) {
        return fileName.endsWith(SUFFIX) ? fileName.substring(0, fileName.length() - SUFFIX.length()) : fileName;
    }
}

package dev.assay.challenge.archive;

import dev.assay.challenge.PackageException;
import dev.assay.challenge.PackageReader;
import java.util.ArrayList;
import java.util.List;

/**
 * The list of entries at the end of a zip file.
 *
 * @param begin where it begins, and the entries' data must have ended
 */
record ZipDirectory(List<ZipEntry> entries, int begin) {

    /** Folders may have entries of their own. */
    static final int MAX_ENTRIES = 2 * PackageReader.MAX_FILES;

    private static final long END_SIGNATURE = 0x06054b50L;
    private static final long ENTRY_SIGNATURE = 0x02014b50L;
    private static final long ZIP64_LOCATOR = 0x07064b50L;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCATOR_LENGTH = 20;
    private static final int MOST_COMMENT = 0xffff;
    private static final String ZIP64 = "The archive has ZIP64 fields, which only archives above 4 GiB need";
    private static final String PACK_ANEW = "Pack the folder anew with an ordinary zip program.";

    ZipDirectory {
        entries = List.copyOf(entries);
    }

    static ZipDirectory read(byte[] zip, Refusals refusals) throws PackageException {
        return new Reading(new Bytes(zip), refusals).read();
    }

    private record Reading(Bytes zip, Refusals refusals) {

        ZipDirectory read() throws PackageException {
            int end = end();
            if (zip.has(end - LOCATOR_LENGTH, LOCATOR_LENGTH) && zip.four(end - LOCATOR_LENGTH) == ZIP64_LOCATOR) {
                throw refusals.of(ZIP64, PACK_ANEW);
            }
            int count = zip.two(end + 10);
            long size = zip.four(end + 12);
            long begin = zip.four(end + 16);
            if (count == 0xffff || size == 0xffffffffL || begin == 0xffffffffL) {
                throw refusals.of(ZIP64, PACK_ANEW);
            }
            if (zip.two(end + 4) != 0 || zip.two(end + 6) != 0 || zip.two(end + 8) != count) {
                throw refusals.of("The archive is one part of several", "Pack the folder into one file.");
            }
            if (count > MAX_ENTRIES) {
                throw refusals.of(
                        "The archive has " + count + " entries; at most " + MAX_ENTRIES + " are allowed",
                        "Remove what does not belong to the package.");
            }
            if (begin + size != end) {
                throw refusals.of(
                        "The archive's directory is not where its end says: there is data before the archive, or within it",
                        PACK_ANEW);
            }
            return new ZipDirectory(entries((int) begin, end, count), (int) begin);
        }

        /** Where the record at the end begins. Two of them, one in the other's comment, would be two archives in one. */
        private int end() throws PackageException {
            List<Integer> found = new ArrayList<>();
            int lowest = Math.max(0, zip.length() - END_LENGTH - MOST_COMMENT);
            for (int at = zip.length() - END_LENGTH; at >= lowest; at--) {
                if (zip.four(at) == END_SIGNATURE && at + END_LENGTH + zip.two(at + 20) == zip.length()) {
                    found.add(at);
                }
            }
            if (found.isEmpty()) {
                throw refusals.of(
                        "This is not a zip archive, or it is cut off, or something follows its end",
                        "Send the zip file as it was made.");
            }
            if (found.size() > 1) {
                throw refusals.of("The archive has two ends", PACK_ANEW);
            }
            return found.getFirst();
        }

        private List<ZipEntry> entries(int begin, int end, int count) throws PackageException {
            List<ZipEntry> entries = new ArrayList<>();
            int at = begin;
            while (at < end) {
                if (entries.size() == count || at + ENTRY_LENGTH > end || zip.four(at) != ENTRY_SIGNATURE) {
                    throw broken(entries.size(), count);
                }
                int name = zip.two(at + 28);
                int extra = zip.two(at + 30);
                int length = ENTRY_LENGTH + name + extra + zip.two(at + 32);
                if (at + length > end) {
                    throw broken(entries.size(), count);
                }
                entries.add(entry(at, name, extra));
                at += length;
            }
            if (entries.size() != count) {
                throw broken(entries.size(), count);
            }
            return entries;
        }

        private ZipEntry entry(int at, int name, int extra) {
            ZipEntry entry = new ZipEntry(
                    zip.part(at + ENTRY_LENGTH, name),
                    zip.two(at + 8),
                    zip.two(at + 10),
                    zip.four(at + 16),
                    zip.four(at + 20),
                    zip.four(at + 24),
                    zip.four(at + 38),
                    zip.part(at + ENTRY_LENGTH + name, extra),
                    zip.four(at + 42));
            if (zip.two(at + 34) != 0) {
                refusals.add(entry.shownName(), "It claims to lie in another part of the archive", PACK_ANEW);
            }
            return entry;
        }

        private PackageException broken(int read, int count) {
            return refusals.of(
                    "The archive's directory is broken: its end speaks of " + count + " entries, and after " + read
                            + " something else follows",
                    PACK_ANEW);
        }
    }
}

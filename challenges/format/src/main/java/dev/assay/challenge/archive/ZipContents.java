package dev.assay.challenge.archive;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Takes the data of the entries, one behind the other from the first byte of the archive to its directory: nothing may lie
 * between them, and no two may share a byte. Sizes were checked, and no entry becomes larger than it said.
 */
final class ZipContents {

    private static final long LOCAL_SIGNATURE = 0x04034b50L;
    private static final long DESCRIPTOR_SIGNATURE = 0x08074b50L;
    private static final int LOCAL_LENGTH = 30;
    private static final int DESCRIPTOR_LENGTH = 12;
    private static final String PACK_ANEW = "Pack the folder anew with an ordinary zip program.";

    private final Bytes zip;
    private final Refusals refusals;

    ZipContents(byte[] zip, Refusals refusals) {
        this.zip = new Bytes(zip);
        this.refusals = refusals;
    }

    /** Stops at the first entry that is not where it should be; of the others all that is wrong is gathered. */
    SortedMap<String, byte[]> read(ZipDirectory directory) {
        List<ZipEntry> inOrder = directory.entries().stream()
                .sorted(Comparator.comparingLong(ZipEntry::at))
                .toList();
        SortedMap<String, byte[]> contents = new TreeMap<>();
        long next = 0;
        for (ZipEntry entry : inOrder) {
            try {
                next = requireAt(entry, next, directory.begin());
                byte[] content = inflated(entry, dataOf(entry));
                if (!entry.isFolder()) {
                    contents.put(entry.shownName(), content);
                }
            } catch (Refused refused) {
                refusals.add(entry.shownName(), String.valueOf(refused.getMessage()), PACK_ANEW);
                if (refused.last) {
                    return contents;
                }
            }
        }
        if (next != directory.begin() && !inOrder.isEmpty()) {
            refusals.add(
                    inOrder.getLast().shownName(),
                    "It is followed by " + (directory.begin() - next) + " bytes that belong to no entry",
                    PACK_ANEW);
        }
        return contents;
    }

    /** Where the entry ends, when it begins there and is as the directory says. */
    private long requireAt(ZipEntry entry, long expected, int limit) throws Refused {
        if (entry.at() != expected) {
            throw Refused.andAllBehind(
                    entry.at() < expected
                            ? "It overlaps with another entry"
                            : "It is preceded by " + (entry.at() - expected) + " bytes that belong to no entry");
        }
        if (entry.at() + LOCAL_LENGTH > limit || zip.four((int) entry.at()) != LOCAL_SIGNATURE) {
            throw Refused.andAllBehind("There is no entry where the directory says");
        }
        int at = (int) entry.at();
        long data = at + (long) LOCAL_LENGTH + zip.two(at + 26) + zip.two(at + 28);
        if (data + entry.compressed() > limit) {
            throw Refused.andAllBehind("It reaches beyond the end of the entries");
        }
        requireSameHeader(entry, at);
        return data + entry.compressed() + (entry.hasDescriptor() ? descriptor(entry, data, limit) : 0);
    }

    private void requireSameHeader(ZipEntry entry, int at) throws Refused {
        int name = zip.two(at + 26);
        if (!zip.part(at + LOCAL_LENGTH, name).equals(entry.rawName())) {
            throw Refused.andAllBehind("Its name differs between the directory and the entry itself");
        }
        if (zip.two(at + 6) != entry.flags() || zip.two(at + 8) != entry.method()) {
            throw Refused.andAllBehind("Its form differs between the directory and the entry itself");
        }
        boolean same = same(zip.four(at + 14), entry.crc(), entry)
                && same(zip.four(at + 18), entry.compressed(), entry)
                && same(zip.four(at + 22), entry.size(), entry);
        if (!same) {
            throw Refused.andAllBehind("Its sizes or its checksum differ between the directory and the entry itself");
        }
        Optional<String> wrong =
                ExtraFields.wrong(zip.part(at + LOCAL_LENGTH + name, zip.two(at + 28)), entry.rawName());
        if (wrong.isPresent()) {
            throw Refused.andAllBehind(wrong.get());
        }
    }

    /** Who wrote the numbers behind the data has left them out before it. */
    private static boolean same(long local, long central, ZipEntry entry) {
        return local == central || (entry.hasDescriptor() && local == 0);
    }

    private int descriptor(ZipEntry entry, long data, int limit) throws Refused {
        int at = (int) (data + entry.compressed());
        if (at + 4 + DESCRIPTOR_LENGTH <= limit && zip.four(at) == DESCRIPTOR_SIGNATURE && describes(entry, at + 4)) {
            return 4 + DESCRIPTOR_LENGTH;
        }
        if (at + DESCRIPTOR_LENGTH <= limit && describes(entry, at)) {
            return DESCRIPTOR_LENGTH;
        }
        throw Refused.andAllBehind("Its sizes or its checksum differ between the directory and the end of its data");
    }

    private boolean describes(ZipEntry entry, int at) {
        return zip.four(at) == entry.crc()
                && zip.four(at + 4) == entry.compressed()
                && zip.four(at + 8) == entry.size();
    }

    private int dataOf(ZipEntry entry) {
        int at = (int) entry.at();
        return at + LOCAL_LENGTH + zip.two(at + 26) + zip.two(at + 28);
    }

    private byte[] inflated(ZipEntry entry, int data) throws Refused {
        byte[] content = entry.method() == ZipEntry.STORED
                ? zip.part(data, (int) entry.compressed()).all()
                : inflate(data, (int) entry.compressed(), (int) entry.size());
        CRC32 crc = new CRC32();
        crc.update(content);
        if (crc.getValue() != entry.crc()) {
            throw new Refused("Its checksum is wrong", false);
        }
        return content;
    }

    private byte[] inflate(int data, int compressed, int size) throws Refused {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(zip.all(), data, compressed);
            byte[] content = new byte[size + 1];
            int length = 0;
            while (!inflater.finished() && length <= size) {
                int more = inflater.inflate(content, length, content.length - length);
                if (more == 0 && !inflater.finished()) {
                    throw new Refused("Its data is cut off or broken", false);
                }
                length += more;
            }
            if (length != size || !inflater.finished()) {
                throw new Refused("Its data does not have the " + size + " bytes that it claims", false);
            }
            if (inflater.getRemaining() > 0) {
                throw new Refused("There is more behind the end of its data", false);
            }
            return Arrays.copyOf(content, size);
        } catch (DataFormatException e) {
            throw new Refused("Its data is broken", false);
        } finally {
            inflater.end();
        }
    }

    private static final class Refused extends Exception {

        /** Whether what lies behind can no longer be found. */
        private final boolean last;

        Refused(String message, boolean last) {
            super(message, null, false, false);
            this.last = last;
        }

        static Refused andAllBehind(String message) {
            return new Refused(message, true);
        }
    }
}

package dev.assay.challenge.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A zip file written byte for byte, so that a test can lie in any one of its fields. */
final class HandmadeZip {

    /** Who made it: Unix, 2.0. */
    private static final int UNIX = 3 << 8 | 20;

    private final List<Entry> entries = new ArrayList<>();
    byte[] before = {};
    byte[] beforeDirectory = {};
    byte[] beforeEnd = {};
    byte[] after = {};
    byte[] comment = {};
    int missing;
    int disk;
    int countInEnd = -1;
    long directoryInEnd = -1;

    /** The fields as the directory has them; those that begin with local as the entry itself has them, when they are set. */
    static final class Entry {
        byte[] name;
        byte[] localName;
        byte[] data;
        int flags = 1 << 11;
        int localFlags = -1;
        int method = 8;
        int localMethod = -1;
        long crc;
        long localCrc = -1;
        long compressed;
        long localCompressed = -1;
        long size;
        long localSize = -1;
        long attributes = 0100644L << 16;
        byte[] extra = {};
        byte[] localExtra = {};
        byte[] descriptor = {};
        byte[] behind = {};
        long at = -1;
        int writtenAt;

        Entry(String name, byte[] content) {
            this.name = name.getBytes(StandardCharsets.UTF_8);
            data = deflate(content);
            compressed = data.length;
            size = content.length;
            CRC32 checksum = new CRC32();
            checksum.update(content);
            crc = checksum.getValue();
        }
    }

    static HandmadeZip of(String... names) {
        HandmadeZip zip = new HandmadeZip();
        for (String name : names) {
            zip.with(name, "content of " + name);
        }
        return zip;
    }

    HandmadeZip with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8), entry -> {});
    }

    HandmadeZip with(String name, Consumer<Entry> lie) {
        return with(name, "content".getBytes(StandardCharsets.UTF_8), lie);
    }

    HandmadeZip with(String name, byte[] content, Consumer<Entry> lie) {
        Entry entry = new Entry(name, content);
        lie.accept(entry);
        entries.add(entry);
        return this;
    }

    HandmadeZip folder(String name) {
        return with(name, new byte[0], entry -> {
            entry.attributes = 040755L << 16;
            entry.method = 0;
            entry.data = new byte[0];
            entry.compressed = 0;
        });
    }

    HandmadeZip lying(Consumer<HandmadeZip> lie) {
        lie.accept(this);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(before);
        for (Entry entry : entries) {
            entry.writtenAt = out.size() - before.length;
            writeLocal(out, entry);
        }
        out.writeBytes(beforeDirectory);
        int directory = out.size() - before.length;
        entries.stream().skip(missing).forEach(entry -> writeCentral(out, entry));
        int size = out.size() - before.length - directory;
        out.writeBytes(beforeEnd);
        int count = countInEnd >= 0 ? countInEnd : entries.size() - missing;
        four(out, 0x06054b50L);
        two(out, disk, disk, count, count);
        four(out, size, directoryInEnd >= 0 ? directoryInEnd : directory);
        two(out, comment.length);
        out.writeBytes(comment);
        out.writeBytes(after);
        return out.toByteArray();
    }

    private static void writeLocal(ByteArrayOutputStream out, Entry entry) {
        byte[] name = entry.localName == null ? entry.name : entry.localName;
        four(out, 0x04034b50L);
        two(out, 20, or(entry.localFlags, entry.flags), or(entry.localMethod, entry.method), 0, 0);
        four(
                out,
                or(entry.localCrc, entry.crc),
                or(entry.localCompressed, entry.compressed),
                or(entry.localSize, entry.size));
        two(out, name.length, entry.localExtra.length);
        out.writeBytes(name);
        out.writeBytes(entry.localExtra);
        out.writeBytes(entry.data);
        out.writeBytes(entry.descriptor);
        out.writeBytes(entry.behind);
    }

    private static void writeCentral(ByteArrayOutputStream out, Entry entry) {
        four(out, 0x02014b50L);
        two(out, UNIX, 20, entry.flags, entry.method, 0, 0);
        four(out, entry.crc, entry.compressed, entry.size);
        two(out, entry.name.length, entry.extra.length, 0, 0, 0);
        four(out, entry.attributes, or(entry.at, entry.writtenAt));
        out.writeBytes(entry.name);
        out.writeBytes(entry.extra);
    }

    static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    static byte[] fours(long... values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        four(out, values);
        return out.toByteArray();
    }

    static byte[] extra(int id, byte... field) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        two(out, id, field.length);
        out.writeBytes(field);
        return out.toByteArray();
    }

    private static int or(int lie, int truth) {
        return lie >= 0 ? lie : truth;
    }

    private static long or(long lie, long truth) {
        return lie >= 0 ? lie : truth;
    }

    private static void two(ByteArrayOutputStream out, int... values) {
        for (int value : values) {
            out.write(value);
            out.write(value >>> 8);
        }
    }

    private static void four(ByteArrayOutputStream out, long... values) {
        for (long value : values) {
            two(out, (int) value & 0xffff, (int) (value >>> 16) & 0xffff);
        }
    }
}

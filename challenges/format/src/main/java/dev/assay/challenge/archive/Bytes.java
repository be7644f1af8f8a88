package dev.assay.challenge.archive;

import java.util.Arrays;

/** Bytes of a zip file, whose numbers are little-endian and without a sign. The caller sees to it that they are there. */
final class Bytes {

    private final byte[] all;

    /** Takes the array as it is, which nobody may change any more. */
    Bytes(byte[] all) {
        this.all = all;
    }

    byte[] all() {
        return all;
    }

    int length() {
        return all.length;
    }

    boolean has(long at, long length) {
        return at >= 0 && length >= 0 && at + length <= all.length;
    }

    int two(int at) {
        return (all[at] & 0xff) | (all[at + 1] & 0xff) << 8;
    }

    long four(int at) {
        return two(at) | (long) two(at + 2) << 16;
    }

    Bytes part(int at, int length) {
        return new Bytes(Arrays.copyOfRange(all, at, at + length));
    }

    Bytes from(int at) {
        return part(at, all.length - at);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(all, bytes.all);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(all);
    }
}

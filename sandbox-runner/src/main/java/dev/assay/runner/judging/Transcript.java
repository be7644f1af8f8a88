package dev.assay.runner.judging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a build or a service printed: bytes of any kind, kept up to a limit, read leniently as UTF-8. What a container prints
 * and what its PID 1 says travel apart, so PID 1 also marks the end among what is printed; the mark is not kept.
 */
final class Transcript {

    private static final int KEPT = 256 * 1024;

    private final byte[] endMark;
    private byte[] bytes = new byte[1024];
    private int size;
    private int told;
    private boolean cut;
    private boolean ended;

    Transcript(byte[] endMark) {
        this.endMark = endMark;
    }

    void add(byte[] printed) {
        int count = Math.min(printed.length, KEPT - size);
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + count, 2 * bytes.length));
        }
        System.arraycopy(printed, 0, bytes, size, count);
        int searched = Math.max(0, size - endMark.length + 1);
        size += count;
        cut |= count < printed.length;
        takeOutEndMark(searched);
    }

    void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether all of it has come. Where it was cut, the end may be among what was not kept. */
    boolean complete() {
        return ended || cut;
    }

    /** What came since the last call, up to the end of its last whole line unless this is the last call. */
    String news(boolean last) {
        int end = size;
        while (!last && end > told && bytes[end - 1] != '\n') {
            end--;
        }
        String news = new String(bytes, told, end - told, StandardCharsets.UTF_8);
        told = end;
        return news;
    }

    boolean hasNews() {
        return size > told;
    }

    String text() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8) + (cut ? "\n… cut at " + KEPT / 1024 + " KiB\n" : "");
    }

    private void takeOutEndMark(int from) {
        for (int at = from; !ended && at + endMark.length <= size; at++) {
            if (Arrays.equals(bytes, at, at + endMark.length, endMark, 0, endMark.length)) {
                System.arraycopy(bytes, at + endMark.length, bytes, at, size - at - endMark.length);
                size -= endMark.length;
                ended = true;
            }
        }
    }
}

package dev.assay.runner.judging;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What a build or a service printed: bytes of any kind, kept up to a limit, read leniently as UTF-8. */
final class Transcript {

    private static final int KEPT = 256 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int told;
    private boolean cut;

    void add(byte[] printed) {
        int count = Math.min(printed.length, KEPT - bytes.size());
        bytes.write(printed, 0, count);
        cut |= count < printed.length;
    }

    void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What came since the last call, up to the end of its last whole line unless this is the last call. */
    String news(boolean last) {
        byte[] all = bytes.toByteArray();
        int end = all.length;
        while (!last && end > told && all[end - 1] != '\n') {
            end--;
        }
        String news = new String(all, told, end - told, StandardCharsets.UTF_8);
        told = end;
        return news;
    }

    boolean hasNews() {
        return bytes.size() > told;
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8) + (cut ? "\n… cut at " + KEPT / 1024 + " KiB\n" : "");
    }
}

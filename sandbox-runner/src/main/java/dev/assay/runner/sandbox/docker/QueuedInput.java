package dev.assay.runner.sandbox.docker;

import java.io.InputStream;
import java.util.concurrent.LinkedBlockingQueue;

/** What is sent to a container. A reader wakes at once; the JDK's piped stream looks only once a second. */
final class QueuedInput extends InputStream {

    private static final byte[] END = new byte[0];

    private final LinkedBlockingQueue<byte[]> queue = new LinkedBlockingQueue<>();
    private byte[] current = new byte[1];
    private int position = 1;

    void send(byte[] bytes) {
        if (bytes.length > 0) {
            queue.add(bytes.clone());
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (current.length > 0 && position == current.length) {
            try {
                current = queue.take();
                position = 0;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                current = END;
            }
        }
        if (current.length == 0) {
            return -1;
        }
        int count = Math.min(length, current.length - position);
        System.arraycopy(current, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public void close() {
        queue.add(END);
    }
}

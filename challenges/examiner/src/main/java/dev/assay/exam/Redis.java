package dev.assay.exam;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands to a Redis beside the service, in version 2 of its protocol. Each has a connection of its own: the server may have been
 * started anew in between. What the service stored there may be of any size, so what is read is bounded.
 */
final class Redis {
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_ELEMENTS = 20_000;
    private static final int MOST_DEPTH = 8;

    private final String name;
    private final URI address;

    Redis(String name, URI address) {
        this.name = name;
        this.address = address;
    }

    /** Redis says no. */
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String why) {
            super(why);
        }
    }

    @Nullable
    Object command(List<String> words, Duration timeout) {
        String what = name + " " + Words.cut(String.join(" ", words), 200);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), (int) timeout.toMillis());
            socket.setSoTimeout((int) timeout.toMillis());
            socket.getOutputStream().write(request(words));
            return new Answer(new BufferedInputStream(socket.getInputStream())).value(0);
        } catch (Refused e) {
            throw new AssertionError(what + " → refused: " + Words.cut(String.valueOf(e.getMessage()), 300), e);
        } catch (IOException | NumberFormatException e) {
            throw new AssertionError(
                    what + " → no answer within " + Words.seconds(timeout)
                            + ", or no connection; is it stopped or paused? (" + e.getMessage() + ")",
                    e);
        }
    }

    private static byte[] request(List<String> words) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(("*" + words.size() + "\r\n").getBytes(StandardCharsets.US_ASCII));
        for (String word : words) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            request.writeBytes(("$" + bytes.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
            request.writeBytes(bytes);
            request.writeBytes(new byte[] {'\r', '\n'});
        }
        return request.toByteArray();
    }

    private static final class Answer {
        private final InputStream in;
        private int bytesLeft = MOST_BYTES;
        private int elementsLeft = MOST_ELEMENTS;

        Answer(InputStream in) {
            this.in = in;
        }

        @Nullable
        Object value(int depth) throws IOException {
            String line = line();
            String rest = line.isEmpty() ? "" : line.substring(1);
            return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case '+' -> rest;
                case '-' -> throw new Refused(rest);
                case ':' -> Long.valueOf(rest);
                case '$' -> text(Integer.parseInt(rest));
                case '*' -> list(Integer.parseInt(rest), depth + 1);
                default -> throw new IOException("this is not Redis: " + Words.cut(line, 50));
            };
        }

        private @Nullable String text(int length) throws IOException {
            if (length < 0) {
                return null;
            }
            take(length);
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException("it closed the connection");
            }
            line();
            return new String(bytes, StandardCharsets.UTF_8);
        }

        private @Nullable List<@Nullable Object> list(int size, int depth) throws IOException {
            if (size < 0) {
                return null;
            }
            elementsLeft -= size;
            if (elementsLeft < 0 || depth > MOST_DEPTH) {
                throw new IOException("the answer has more than " + MOST_ELEMENTS + " elements, or is nested too deep");
            }
            List<@Nullable Object> list = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                list.add(value(depth));
            }
            return Collections.unmodifiableList(list);
        }

        private String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException("it closed the connection");
                }
                take(1);
                line.write(next);
            }
            return line.toString(StandardCharsets.UTF_8).stripTrailing();
        }

        private void take(int bytes) throws IOException {
            bytesLeft -= bytes;
            if (bytesLeft < 0) {
                throw new IOException("the answer has more than " + MOST_BYTES + " bytes");
            }
        }
    }
}

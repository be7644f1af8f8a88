package dev.assay.exam;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * Values that no earlier test and no earlier judgement has used. The service keeps its state from test to test, so a test
 * that makes its own values depends on no other; and a service cannot answer from a list of known requests.
 *
 * <p>They come from the judgement's seed and the name of the running test: judged again with the same seed, a test gets the same
 * values, whatever other tests there are. What is drawn by several threads at the same time comes in no certain order, so draw
 * before {@code concurrently} where a replay shall be exact.
 *
 * <pre>{@code
 * String holder = Fresh.word();
 * int price = Fresh.number(100, 9_999);
 * String currency = Fresh.pick(List.of("EUR", "USD"));
 * }</pre>
 */
public final class Fresh {
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private Fresh() {}

    /** Eight lower-case letters and digits. */
    public static String word() {
        return word(8);
    }

    /** So many lower-case letters and digits. */
    public static String word(int length) {
        StringBuilder word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append(ALPHABET.charAt(Seed.random().nextInt(ALPHABET.length())));
        }
        return word.toString();
    }

    /** A number from {@code from} to {@code to}, both included. */
    public static int number(int from, int to) {
        return (int) Seed.random().nextLong(from, to + 1L);
    }

    /** One of these. */
    public static <T> T pick(List<T> choices) {
        return choices.get(number(0, choices.size() - 1));
    }

    /** The same in another order, as likely as any. */
    public static <T> List<T> shuffled(List<T> items) {
        List<T> order = new ArrayList<>(items);
        Collections.shuffle(order, Seed.random());
        return Collections.unmodifiableList(order);
    }

    /** A random UUID, as in version 4. */
    public static UUID uuid() {
        long most = (Seed.random().nextLong() & ~0xF000L) | 0x4000L;
        long least = (Seed.random().nextLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(most, least);
    }

    /** So many bytes. */
    public static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        Seed.random().nextBytes(bytes);
        return bytes;
    }

    /** The judgement's seed, for messages about what is not to be told by one request and its answer. */
    public static String seed() {
        return Seed.current();
    }
}

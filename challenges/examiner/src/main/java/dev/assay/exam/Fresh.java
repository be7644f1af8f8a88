package dev.assay.exam;

import java.security.SecureRandom;

/**
 * Values that no earlier test and no earlier run has used. The service keeps its state from test to test, so a test
 * that makes its own values depends on no other; and a service cannot answer from a list of known requests.
 */
public final class Fresh {
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Fresh() {}

    /** Eight lower-case letters and digits. */
    public static String word() {
        return word(8);
    }

    /** So many lower-case letters and digits. */
    public static String word(int length) {
        StringBuilder word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return word.toString();
    }

    /** A number from {@code from} to {@code to}, both included. */
    public static int number(int from, int to) {
        return RANDOM.nextInt(from, to + 1);
    }
}

package dev.assay.api.rest;

import java.math.BigInteger;
import org.bson.types.ObjectId;

/** Names for new things. */
public final class Ids {

    private static final int RADIX = 32;
    private static final int LENGTH = 20;

    private Ids() {}

    /**
     * Unique, and growing with time, so that lists can be ordered by it. Can be guessed: never a secret.
     *
     * <p>Not in the form of an ObjectId, into which Spring Data would turn some of the texts that it meets, and not others.
     */
    public static String next() {
        String digits = new BigInteger(1, new ObjectId().toByteArray()).toString(RADIX);
        return "0".repeat(LENGTH - digits.length()) + digits;
    }
}

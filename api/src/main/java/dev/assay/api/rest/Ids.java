package dev.assay.api.rest;

import org.bson.types.ObjectId;

/** Names for new things. */
public final class Ids {

    private Ids() {}

    /** Unique, and growing with time, so that lists can be ordered by it. Can be guessed: never a secret. */
    public static String next() {
        return new ObjectId().toHexString();
    }
}

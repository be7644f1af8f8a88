package dev.assay.api.attempt.store;

import dev.assay.api.attempt.Attempts;
import dev.assay.api.attempt.AttemptsContract;
import dev.assay.api.testing.TestStores;

class EmbeddedAttemptsTest implements AttemptsContract {

    private final Attempts store = TestStores.embedded(MongoAttempts::new);

    @Override
    public Attempts attempts() {
        return store;
    }
}

package dev.assay.api.challenge.store;

import dev.assay.api.challenge.OwnChallenges;
import dev.assay.api.challenge.OwnChallengesContract;
import dev.assay.api.testing.TestStores;

class EmbeddedOwnChallengesTest implements OwnChallengesContract {

    private final OwnChallenges store = TestStores.embedded(MongoOwnChallenges::new);

    @Override
    public OwnChallenges challenges() {
        return store;
    }
}

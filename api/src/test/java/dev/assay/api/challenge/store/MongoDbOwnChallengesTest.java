package dev.assay.api.challenge.store;

import dev.assay.api.challenge.OwnChallenges;
import dev.assay.api.challenge.OwnChallengesContract;
import dev.assay.api.testing.TestStores;

class MongoDbOwnChallengesTest implements OwnChallengesContract {

    private final OwnChallenges store = TestStores.mongoDb(MongoOwnChallenges::new);

    @Override
    public OwnChallenges challenges() {
        return store;
    }
}

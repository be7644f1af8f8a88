package dev.assay.api.submission.store;

import dev.assay.api.submission.Submissions;
import dev.assay.api.submission.SubmissionsContract;
import dev.assay.api.testing.TestStores;

class MongoDbSubmissionsTest implements SubmissionsContract {

    private final Submissions store = TestStores.mongoDb(MongoSubmissions::new);

    @Override
    public Submissions submissions() {
        return store;
    }
}

package dev.assay.api.submission.store;

import dev.assay.api.submission.Submissions;
import dev.assay.api.submission.SubmissionsContract;
import dev.assay.api.testing.TestStores;

class EmbeddedSubmissionsTest implements SubmissionsContract {

    private final Submissions store = TestStores.embedded(MongoSubmissions::new);

    @Override
    public Submissions submissions() {
        return store;
    }
}

package dev.assay.api.challenge.store;

import dev.assay.api.challenge.Uploads;
import dev.assay.api.challenge.UploadsContract;
import dev.assay.api.testing.TestStores;

class MongoDbUploadsTest implements UploadsContract {

    private final Uploads store = TestStores.mongoDb(MongoUploads::new);

    @Override
    public Uploads uploads() {
        return store;
    }
}

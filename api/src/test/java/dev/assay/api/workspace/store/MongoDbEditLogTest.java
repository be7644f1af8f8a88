package dev.assay.api.workspace.store;

import dev.assay.api.testing.TestStores;
import dev.assay.api.workspace.EditLog;
import dev.assay.api.workspace.EditLogContract;

class MongoDbEditLogTest implements EditLogContract {

    private final EditLog log = TestStores.mongoDb(MongoEditLog::new);

    @Override
    public EditLog log() {
        return log;
    }
}

package dev.assay.api.workspace.store;

import dev.assay.api.testing.TestStores;
import dev.assay.api.workspace.EditLog;
import dev.assay.api.workspace.EditLogContract;

class EmbeddedEditLogTest implements EditLogContract {

    private final EditLog log = TestStores.embedded(MongoEditLog::new);

    @Override
    public EditLog log() {
        return log;
    }
}

package dev.assay.api.regrade.store;

import dev.assay.api.regrade.Regrades;
import dev.assay.api.regrade.RegradesContract;
import dev.assay.api.testing.TestStores;

class MongoDbRegradesTest implements RegradesContract {

    private final Regrades store = TestStores.mongoDb(MongoRegrades::new);

    @Override
    public Regrades regrades() {
        return store;
    }
}

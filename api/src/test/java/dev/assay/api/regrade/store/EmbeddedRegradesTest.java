package dev.assay.api.regrade.store;

import dev.assay.api.regrade.Regrades;
import dev.assay.api.regrade.RegradesContract;
import dev.assay.api.testing.TestStores;

class EmbeddedRegradesTest implements RegradesContract {

    private final Regrades store = TestStores.embedded(MongoRegrades::new);

    @Override
    public Regrades regrades() {
        return store;
    }
}

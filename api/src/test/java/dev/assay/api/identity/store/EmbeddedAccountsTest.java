package dev.assay.api.identity.store;

import dev.assay.api.identity.Accounts;
import dev.assay.api.testing.TestStores;

class EmbeddedAccountsTest implements AccountsContract {

    @Override
    public Accounts accounts() {
        return TestStores.embedded(MongoAccounts::new);
    }
}

package dev.assay.api.invitation.store;

import dev.assay.api.invitation.InvitationStore;
import dev.assay.api.testing.TestStores;

class MongoDbInvitationStoreTest implements InvitationStoreContract {

    @Override
    public InvitationStore invitations() {
        return TestStores.mongoDb(MongoInvitations::new);
    }
}

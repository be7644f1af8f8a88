package dev.assay.api.testing;

import dev.assay.api.access.Role;
import dev.assay.api.access.Tokens;
import dev.assay.api.identity.Account;
import dev.assay.api.identity.Accounts;
import dev.assay.api.organization.Organization;
import dev.assay.api.organization.Organizations;
import dev.assay.api.rest.Ids;
import dev.assay.api.startup.StartUp;
import java.util.Set;

/** Makes organizations and members for tests, without the cost of hashing passwords. */
public record TestStaff(
        Organizations organizations, Accounts accounts, Tokens tokens, MutableClock clock, StartUp startUp) {

    /** The id of the organization that the first start made. */
    public String organizationId() {
        return startUp.done().then(organizations.all().next()).block().id();
    }

    public String newOrganization(String name) {
        return organizations
                .add(new Organization(Ids.next(), name, clock.instant(), true))
                .block()
                .id();
    }

    public Account member(String organizationId, Role... roles) {
        String id = Ids.next();
        return accounts.add(new Account(
                        id,
                        organizationId,
                        "Member " + id,
                        id + "@example.org",
                        "{noop}none",
                        1,
                        false,
                        Set.of(roles),
                        clock.instant()))
                .block();
    }

    public String bearer(Account account) {
        return "Bearer "
                + tokens.forMember(account.organizationId(), account.id(), account.credentialVersion())
                        .value();
    }

    /** The Authorization header of a new member of the first organization. */
    public String bearer(Role... roles) {
        return bearer(member(organizationId(), roles));
    }
}

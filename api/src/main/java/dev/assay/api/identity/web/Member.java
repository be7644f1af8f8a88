package dev.assay.api.identity.web;

import dev.assay.api.access.Role;
import dev.assay.api.identity.Account;
import dev.assay.api.organization.Organization;
import java.util.List;

record Member(
        String id, String name, String email, List<Role> roles, String organizationName, boolean mustChangePassword) {

    static Member of(Account account, Organization organization) {
        return new Member(
                account.id(),
                account.name(),
                account.email(),
                account.roles().stream().sorted().toList(),
                organization.name(),
                account.mustChangePassword());
    }
}

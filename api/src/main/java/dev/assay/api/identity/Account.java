package dev.assay.api.identity;

import dev.assay.api.access.CurrentMember;
import dev.assay.api.access.Role;
import java.time.Instant;
import java.util.Set;

/**
 * A member with a built-in account.
 *
 * @param credentialVersion grows with every change of the password; a token of an earlier one is worth nothing
 */
public record Account(
        String id,
        String organizationId,
        String name,
        String email,
        String passwordHash,
        long credentialVersion,
        boolean mustChangePassword,
        Set<Role> roles,
        Instant createdAt) {
    public Account {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("A member has at least one role");
        }
        roles = Set.copyOf(roles);
    }

    public CurrentMember asCaller() {
        return new CurrentMember(id, organizationId, name, email, roles, mustChangePassword);
    }

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}

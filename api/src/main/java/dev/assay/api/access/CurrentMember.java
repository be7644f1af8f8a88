package dev.assay.api.access;

import java.util.Set;

/** The member who calls; the principal of a staff token. */
public record CurrentMember(
        String id, String organizationId, String name, String email, Set<Role> roles, boolean mustChangePassword) {
    public CurrentMember {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}

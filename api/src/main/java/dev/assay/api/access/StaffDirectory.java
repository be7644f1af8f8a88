package dev.assay.api.access;

import reactor.core.publisher.Mono;

/** Asked at every request, so that a changed password or role counts at once. */
public interface StaffDirectory {

    /**
     * @param credentialVersion of the token; grows with every change of the password
     * @return empty when the member is gone or the token is of an earlier password
     */
    Mono<CurrentMember> member(String organizationId, String memberId, long credentialVersion);
}

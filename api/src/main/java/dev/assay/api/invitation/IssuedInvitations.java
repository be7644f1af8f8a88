package dev.assay.api.invitation;

import dev.assay.api.access.Tokens;
import dev.assay.api.assessment.Assessment;
import dev.assay.api.assessment.Assessments;
import dev.assay.api.problem.ProblemException;
import dev.assay.api.problem.ProblemType;
import dev.assay.api.rest.IdempotencyKey;
import dev.assay.api.rest.Ids;
import dev.assay.api.settings.PublicAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Issues links and opens them. The store has only a link's hash. The secret is derived from the installation's key and
 * the client's idempotency key, of which the store has only a hash too: so a repeated request gets the same link again,
 * and nobody else can make it.
 */
@Service
public class IssuedInvitations implements Invitations {

    private static final int SECRET_LENGTH = 43;

    private final InvitationStore store;
    private final Assessments assessments;
    private final Tokens tokens;
    private final PublicAddress address;
    private final Clock clock;

    public record Wanted(String candidateName, String candidateEmail, int expiresInDays, double timeMultiplier) {}

    /** @param link shown once */
    public record Issued(Invitation invitation, String link) {
        @Override
        public String toString() {
            return "Issued[" + invitation.id() + "]";
        }
    }

    IssuedInvitations(
            InvitationStore store, Assessments assessments, Tokens tokens, PublicAddress address, Clock clock) {
        this.store = store;
        this.assessments = assessments;
        this.tokens = tokens;
        this.address = address;
        this.clock = clock;
    }

    /** Empty when the organization has no such assessment. */
    public Mono<Issued> issue(String organizationId, String assessmentId, Wanted wanted, IdempotencyKey key) {
        return assessments
                .assessment(organizationId, assessmentId)
                .flatMap(assessment -> issue(organizationId, assessment, wanted, key));
    }

    private Mono<Issued> issue(String organizationId, Assessment assessment, Wanted wanted, IdempotencyKey key) {
        String scope = "invitation " + organizationId + " " + assessment.id();
        String secret = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(tokens.derive("invitation", scope + "\n" + key.value()));
        Instant now = clock.instant();
        Invitation invitation = new Invitation(
                Ids.next(),
                organizationId,
                assessment.id(),
                wanted.candidateName().strip(),
                wanted.candidateEmail().strip(),
                wanted.timeMultiplier(),
                now,
                now.plus(Duration.ofDays(wanted.expiresInDays())),
                null,
                null,
                null,
                null);
        return store.add(invitation, hash(secret), key.usedFor(scope, wanted))
                .map(issued -> new Issued(issued, address.base() + "/take/" + secret));
    }

    /** Fails when the candidate has started: then the attempt is what counts. Empty when there is no such invitation. */
    public Mono<Invitation> revoke(String organizationId, String id) {
        return store.revoke(organizationId, id, clock.instant())
                .switchIfEmpty(Mono.defer(() -> store.invitation(organizationId, id)))
                .map(invitation -> {
                    if (invitation.startedAt() != null || invitation.finishedAt() != null) {
                        throw ProblemType.INVITATION_USED.because(
                                "The candidate has started; the link can no longer be withdrawn.");
                    }
                    return invitation;
                });
    }

    @Override
    public Mono<Invitation> open(String secret) {
        if (secret.length() != SECRET_LENGTH) {
            return Mono.error(unknown());
        }
        return store.bySecretHash(hash(secret))
                .switchIfEmpty(Mono.error(IssuedInvitations::unknown))
                .map(invitation -> switch (invitation.stateAt(clock.instant())) {
                    case PENDING, RUNNING -> invitation;
                    case FINISHED ->
                        throw ProblemType.INVITATION_USED.because(
                                "This assessment has been handed in. There is nothing more to do.");
                    case EXPIRED ->
                        throw ProblemType.INVITATION_EXPIRED.because("This link could be used until "
                                + invitation.expiresAt() + ". Ask the company that invited you for a new one.");
                    case REVOKED -> throw revoked();
                });
    }

    @Override
    public Mono<Invitation> invitation(String organizationId, String id) {
        return store.invitation(organizationId, id);
    }

    @Override
    public Mono<Invitation> linkAttempt(String organizationId, String id, String attemptId) {
        return store.link(organizationId, id, attemptId)
                .switchIfEmpty(Mono.defer(() -> store.invitation(organizationId, id)))
                .filter(invitation -> Objects.nonNull(invitation.attemptId()))
                .switchIfEmpty(Mono.error(IssuedInvitations::unknown));
    }

    @Override
    public Mono<Invitation> started(String organizationId, String id, Instant at) {
        return store.start(organizationId, id, at)
                .switchIfEmpty(Mono.defer(() -> store.invitation(organizationId, id)))
                .map(invitation -> {
                    if (invitation.startedAt() == null) {
                        throw revoked();
                    }
                    return invitation;
                })
                .switchIfEmpty(Mono.error(IssuedInvitations::unknown));
    }

    @Override
    public Mono<Void> finished(String organizationId, String id, Instant at) {
        return store.finish(organizationId, id, at).then();
    }

    private static ProblemException unknown() {
        return ProblemType.INVITATION_UNKNOWN.because(
                "There is no invitation behind this link. Check that it was copied whole.");
    }

    private static ProblemException revoked() {
        return ProblemType.INVITATION_REVOKED.because("The company has withdrawn this link. Ask it for a new one.");
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

package dev.assay.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProblemTypeTest {

    /** Clients decide by these; a change here breaks them. */
    @Test
    void uriAndStatusOfEveryProblemAreStable() {
        assertThat(Arrays.stream(ProblemType.values()).map(type -> type.status() + " " + type.uri()))
                .containsExactlyInAnyOrder(
                        "400 urn:assay:problem:malformed-request",
                        "422 urn:assay:problem:invalid",
                        "401 urn:assay:problem:sign-in-required",
                        "401 urn:assay:problem:sign-in-failed",
                        "403 urn:assay:problem:role-required",
                        "403 urn:assay:problem:password-change-required",
                        "404 urn:assay:problem:not-found",
                        "405 urn:assay:problem:method-not-allowed",
                        "406 urn:assay:problem:not-acceptable",
                        "413 urn:assay:problem:too-large",
                        "415 urn:assay:problem:unsupported-media-type",
                        "429 urn:assay:problem:too-many-requests",
                        "409 urn:assay:problem:email-taken",
                        "422 urn:assay:problem:idempotency-mismatch",
                        "404 urn:assay:problem:invitation-unknown",
                        "410 urn:assay:problem:invitation-expired",
                        "410 urn:assay:problem:invitation-revoked",
                        "409 urn:assay:problem:invitation-used",
                        "409 urn:assay:problem:attempt-not-started",
                        "409 urn:assay:problem:attempt-over",
                        "409 urn:assay:problem:workspace-conflict",
                        "429 urn:assay:problem:judging-in-progress",
                        "412 urn:assay:problem:changed-meanwhile",
                        "428 urn:assay:problem:version-required",
                        "409 urn:assay:problem:review-sent",
                        "409 urn:assay:problem:review-not-sent",
                        "422 urn:assay:problem:review-incomplete",
                        "422 urn:assay:problem:package-refused",
                        "409 urn:assay:problem:package-published",
                        "409 urn:assay:problem:challenge-id-taken",
                        "409 urn:assay:problem:upload-not-ready",
                        "409 urn:assay:problem:upload-published",
                        "409 urn:assay:problem:too-many-uploads",
                        "409 urn:assay:problem:nothing-to-regrade",
                        "409 urn:assay:problem:regrade-not-ready",
                        "507 urn:assay:problem:store-unavailable",
                        "500 urn:assay:problem:internal-error");
    }
}

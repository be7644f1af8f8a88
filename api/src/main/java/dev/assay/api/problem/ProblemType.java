package dev.assay.api.problem;

import java.net.URI;

/** All problems a caller can meet. The slugs are part of the API: clients decide by them. */
public enum ProblemType {
    MALFORMED_REQUEST("malformed-request", 400, "The request cannot be read"),
    INVALID("invalid", 422, "A value is not allowed"),
    SIGN_IN_REQUIRED("sign-in-required", 401, "Sign in first"),
    SIGN_IN_FAILED("sign-in-failed", 401, "The sign-in failed"),
    ROLE_REQUIRED("role-required", 403, "Your role does not allow this"),
    PASSWORD_CHANGE_REQUIRED("password-change-required", 403, "Change your password first"),
    NOT_FOUND("not-found", 404, "There is no such thing"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This method is not allowed here"),
    NOT_ACCEPTABLE("not-acceptable", 406, "The answer cannot be given in the wanted form"),
    TOO_LARGE("too-large", 413, "This is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The body has a type that is not understood"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many attempts"),
    EMAIL_TAKEN("email-taken", 409, "The e-mail address is taken"),
    IDEMPOTENCY_MISMATCH("idempotency-mismatch", 422, "The key was used for another request"),
    INVITATION_UNKNOWN("invitation-unknown", 404, "This link is not known"),
    INVITATION_EXPIRED("invitation-expired", 410, "This link has expired"),
    INVITATION_REVOKED("invitation-revoked", 410, "This link was withdrawn"),
    INVITATION_USED("invitation-used", 409, "This link has been used"),
    ATTEMPT_NOT_STARTED("attempt-not-started", 409, "The attempt has not been started"),
    ATTEMPT_OVER("attempt-over", 409, "The attempt is over"),
    WORKSPACE_CONFLICT("workspace-conflict", 409, "The file was changed elsewhere"),
    JUDGING_IN_PROGRESS("judging-in-progress", 429, "A run is still in progress"),
    CHANGED_MEANWHILE("changed-meanwhile", 412, "It was changed meanwhile"),
    VERSION_REQUIRED("version-required", 428, "Say which version is meant"),
    REVIEW_SENT("review-sent", 409, "The review has been sent"),
    REVIEW_NOT_SENT("review-not-sent", 409, "The review has not been sent"),
    REVIEW_INCOMPLETE("review-incomplete", 422, "The review is incomplete"),
    PACKAGE_REFUSED("package-refused", 422, "The package cannot be used"),
    PACKAGE_PUBLISHED("package-published", 409, "This version is published"),
    CHALLENGE_ID_TAKEN("challenge-id-taken", 409, "The id is taken"),
    UPLOAD_NOT_READY("upload-not-ready", 409, "The upload is not ready"),
    UPLOAD_PUBLISHED("upload-published", 409, "The upload has been published"),
    TOO_MANY_UPLOADS("too-many-uploads", 409, "Too many uploads wait"),
    NOTHING_TO_REGRADE("nothing-to-regrade", 409, "There is nothing to regrade"),
    REGRADE_NOT_READY("regrade-not-ready", 409, "The regrade is in another state"),
    STORE_UNAVAILABLE("store-unavailable", 507, "Nothing could be saved"),
    INTERNAL_ERROR("internal-error", 500, "Something went wrong on our side");

    private final URI uri;
    private final int status;
    private final String title;

    ProblemType(String slug, int status, String title) {
        this.uri = URI.create("urn:assay:problem:" + slug);
        this.status = status;
        this.title = title;
    }

    public URI uri() {
        return uri;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public ProblemException because(String detail) {
        return new ProblemException(this, detail);
    }

    /** A problem with one field; the message says what is allowed. */
    public ProblemException at(String field, String message) {
        return new ProblemException(this, field + ": " + message).with(new FieldProblem(field, message));
    }
}

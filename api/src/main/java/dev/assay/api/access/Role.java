package dev.assay.api.access;

/** What a member may do; a member has one or more. */
public enum Role {
    OWNER,
    RECRUITER,
    INTERVIEWER
}

package dev.assay.api.access;

/** The candidate who calls, within one attempt; the principal of a candidate's token. */
public record CurrentCandidate(String attemptId, String organizationId) {}

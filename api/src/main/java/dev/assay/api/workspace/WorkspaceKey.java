package dev.assay.api.workspace;

/** Names one log: an item of an attempt of an organization. */
public record WorkspaceKey(String organizationId, String attemptId, String itemId) {}

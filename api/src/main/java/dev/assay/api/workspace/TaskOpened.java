package dev.assay.api.workspace;

import dev.assay.challenge.Challenge;

/** A candidate looks at a coding task, or has chosen another environment for it. */
public record TaskOpened(Challenge challenge, String environment) {}

package dev.assay.challenge;

/** What a package measures: defined work, or architecture, scale, failure and security. */
public enum Track {
    DEVELOPER,
    ENGINEER
}

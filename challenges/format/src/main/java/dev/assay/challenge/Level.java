package dev.assay.challenge;

/** The seniority a package is aimed at. */
public enum Level {
    JUNIOR,
    MID,
    SENIOR
}

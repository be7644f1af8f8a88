package dev.assay.api.catalog;

public enum PackageKind {
    CHALLENGE,
    EXERCISE
}

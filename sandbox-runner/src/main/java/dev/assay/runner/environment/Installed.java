package dev.assay.runner.environment;

/**
 * A runtime or library that is in an image.
 *
 * @param version only as exact as it stays through the updates of Debian's stable release
 */
public record Installed(String name, String version) {}

package dev.assay.challenge;

/**
 * A source that must be accepted, every time.
 *
 * @param name the environment's name, or that and a variant as in {@code java-spring}
 */
public record Solution(String name, String environment, SourceFiles files) {}

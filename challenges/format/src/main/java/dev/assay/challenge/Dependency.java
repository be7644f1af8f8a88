package dev.assay.challenge;

/**
 * A server that the submission may use, such as a database; a fresh one for each judgement.
 *
 * @param name one of those that ship, such as {@code postgresql}
 * @param seed the package's files below {@code seed/<name>/}; what it holds when the service starts
 */
public record Dependency(String name, SourceFiles seed) {}

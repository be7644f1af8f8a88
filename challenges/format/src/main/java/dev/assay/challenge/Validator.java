package dev.assay.challenge;

/**
 * The package's own program that tells whether an output is right, where several are. It is called as
 * <a href="https://icpc.io/problem-package-format/">the format of ICPC and Kattis</a> says of output validators.
 *
 * @param language an environment's name, or {@code cpp}
 */
public record Validator(String language, SourceFiles files) {}

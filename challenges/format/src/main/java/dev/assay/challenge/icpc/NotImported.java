package dev.assay.challenge.icpc;

/**
 * What of a problem package is not in the challenge.
 *
 * @param file path in the problem package
 * @param why in words that stand after a colon
 */
public record NotImported(String file, String why) {}

package dev.assay.runner.judging;

/**
 * @param share the category's part of the whole score, as the package gives it
 * @param passed how many of its tests passed
 * @param total how many tests it has
 * @param score 0 to 100, by the weights of its tests
 */
public record CategoryScore(String category, int share, int passed, int total, int score) {}

package dev.assay.exam.program;

/**
 * A test of the exam as the runner knows it.
 *
 * @param name {@code Class.method} with simple names
 * @param title for people
 */
record PlannedTest(String name, String title, String category, boolean visible, int weight) {}

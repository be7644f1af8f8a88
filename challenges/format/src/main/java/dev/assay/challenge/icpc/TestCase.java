package dev.assay.challenge.icpc;

/**
 * An input and its answer.
 *
 * @param source path in the problem package, without an ending
 * @param name path below {@code exam/data/}, without an ending
 * @param shownInput what the statement shows of a sample
 */
record TestCase(
        String source,
        String name,
        String input,
        String answer,
        String shownInput,
        String shownAnswer,
        Comparison comparison) {

    TestCase in(String folder) {
        return new TestCase(
                source,
                folder + "/" + source.substring(source.lastIndexOf('/') + 1),
                input,
                answer,
                shownInput,
                shownAnswer,
                comparison);
    }

    long size() {
        return (long) input.length() + answer.length();
    }
}

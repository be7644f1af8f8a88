package dev.assay.runner.cli;

/** A number of things in words. */
final class Count {

    private Count() {}

    /** {@code 1 test}, {@code 2 tests}. */
    static String of(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}

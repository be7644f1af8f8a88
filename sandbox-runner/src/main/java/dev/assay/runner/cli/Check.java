package dev.assay.runner.cli;

/**
 * One thing that judging needs or is better with.
 *
 * @param found what is there
 * @param remedy what to do; empty when all is well
 */
record Check(String name, Status status, String found, String remedy) {

    enum Status {
        OK,
        /** All is well; something could be had beyond it. */
        HINT,
        /** Judging works, but less safely, less precisely or more slowly. */
        WARNING,
        /** Judging is not possible, or not safe. */
        MISSING
    }

    static Check ok(String name, String found) {
        return new Check(name, Status.OK, found, "");
    }

    static Check hint(String name, String found, String remedy) {
        return new Check(name, Status.HINT, found, remedy);
    }

    static Check warning(String name, String found, String remedy) {
        return new Check(name, Status.WARNING, found, remedy);
    }

    static Check missing(String name, String found, String remedy) {
        return new Check(name, Status.MISSING, found, remedy);
    }

    static Check required(boolean there, String name, String found, String absent, String remedy) {
        return there ? ok(name, found) : missing(name, absent, remedy);
    }
}

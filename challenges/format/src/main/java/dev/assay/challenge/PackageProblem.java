package dev.assay.challenge;

/**
 * One thing that is wrong with a package.
 *
 * @param file path relative to the package folder
 * @param line counted from 1; 0 when the whole file is meant
 * @param message what is wrong
 * @param remedy what is allowed, or what to do
 */
public record PackageProblem(String file, int line, String message, String remedy) {

    /** {@code challenge.yaml:12: message. remedy}, as compilers write it. */
    public String describe() {
        return file + (line > 0 ? ":" + line : "") + ": " + message + ". " + remedy;
    }
}

package dev.assay.exam;

/** The package's validator did not tell whether an output is right. The submission is not charged for it. */
public final class BrokenValidator extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenValidator(String message) {
        super(message);
    }
}

/** Redis does not answer, or not in time. */
final class Away extends Exception {
    Away(Throwable cause) {
        super(cause);
    }
}

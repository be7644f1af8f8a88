/** A request that is not carried out, and why. */
final class Refused extends RuntimeException {
    private final int status;

    Refused(int status, String reason) {
        super(reason, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}

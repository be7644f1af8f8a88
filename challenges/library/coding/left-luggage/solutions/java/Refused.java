/** A request that is answered with an error; the message is for the client. */
final class Refused extends Exception {
    private final int status;

    Refused(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}

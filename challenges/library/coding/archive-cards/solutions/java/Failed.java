/** The archive did not say what it should, or nothing; the message is for the client. */
final class Failed extends Exception {
    Failed(String message) {
        super(message);
    }
}

package links;

import org.springframework.http.HttpStatus;

/** A request that is answered with an error; the message is for the client. */
class Refused extends RuntimeException {
    private final HttpStatus status;

    Refused(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}

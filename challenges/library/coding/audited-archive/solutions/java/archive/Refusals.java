package archive;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says why, in the one form that clients know. */
@RestControllerAdvice
class Refusals {
    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(Refused refused) {
        return answer(refused.status(), refused.getMessage());
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<Map<String, String>> unreadable() {
        return answer(400, "The body must be a JSON object.");
    }

    private static ResponseEntity<Map<String, String>> answer(int status, String error) {
        return ResponseEntity.status(status).body(Map.of("error", error));
    }
}

package links;

import java.time.format.DateTimeParseException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says why, in the one form that clients know. */
@RestControllerAdvice
class Refusals {
    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(Refused refused) {
        return answer(refused.status(), refused.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> invalid(MethodArgumentNotValidException invalid) {
        return answer(HttpStatus.BAD_REQUEST, invalid.getFieldErrors().getFirst().getDefaultMessage());
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<Map<String, String>> unreadable() {
        return answer(HttpStatus.BAD_REQUEST, "The body must be a JSON object whose fields are text.");
    }

    @ExceptionHandler(DateTimeParseException.class)
    ResponseEntity<Map<String, String>> noInstant() {
        return answer(HttpStatus.BAD_REQUEST, "The field expiresAt must be an instant such as 2031-09-01T00:00:00Z.");
    }

    private static ResponseEntity<Map<String, String>> answer(HttpStatus status, String error) {
        return ResponseEntity.status(status).body(Map.of("error", error));
    }
}

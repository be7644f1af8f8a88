package archive;

import java.time.Clock;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** For everybody who has a link. */
@RestController
class SharedController {
    private final Documents documents;
    private final Links links;
    private final Clock clock;

    SharedController(Documents documents, Links links, Clock clock) {
        this.documents = documents;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping("/shared/{id}")
    Map<String, Object> open(
            @PathVariable int id,
            @RequestParam(defaultValue = "0") long until,
            @RequestParam(defaultValue = "") String signature) {
        if (!links.isGood(id, until, signature) || until < clock.instant().getEpochSecond()) {
            throw new Refused(403, "This link does not open anything, or not any more.");
        }
        return documents.shared(id);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Map<String, String>> noNumber() {
        return ResponseEntity.status(403).body(Map.of("error", "This link has been changed."));
    }
}

package links;

import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LinksController {
    private final Links links;
    private final Clock clock;

    LinksController(Links links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    @PostMapping("/links")
    ResponseEntity<Link> create(@Valid @RequestBody LinkRequest wanted) {
        Instant end = wanted.end();
        Link link = wanted.alias() == null
                ? links.add(wanted.url(), end)
                : links.addWithAlias(wanted.alias(), wanted.url(), end)
                        .orElseThrow(() -> new Refused(HttpStatus.CONFLICT, "The alias " + wanted.alias() + " is taken."));
        return ResponseEntity.created(URI.create("/links/" + link.code())).body(link);
    }

    @GetMapping("/links/{code}")
    Link show(@PathVariable String code) {
        return find(code);
    }

    @GetMapping("/{code}")
    ResponseEntity<Void> follow(@PathVariable String code) {
        Link link = find(code);
        if (link.hasExpired(clock.instant())) {
            throw new Refused(HttpStatus.GONE, "The link " + code + " has expired.");
        }
        link.hit();
        return ResponseEntity.status(HttpStatus.FOUND).header("Location", link.url()).build();
    }

    private Link find(String code) {
        return links.find(code).orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "There is no link " + code + "."));
    }
}

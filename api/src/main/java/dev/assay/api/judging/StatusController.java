package dev.assay.api.judging;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class StatusController {

    private final JudgingService judging;

    StatusController(JudgingService judging) {
        this.judging = judging;
    }

    enum Judging {
        READY,
        UNAVAILABLE
    }

    /** @param message why judging is unavailable, and what to do */
    record Status(String version, Judging judging, @Nullable String message) {}

    @GetMapping("/api/v1/status")
    Mono<Status> status() {
        return judging.unavailableBecause()
                .map(reason -> new Status(judging.version(), Judging.UNAVAILABLE, reason))
                .defaultIfEmpty(new Status(judging.version(), Judging.READY, null));
    }
}

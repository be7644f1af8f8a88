package dev.assay.api.attempt.web;

import dev.assay.api.access.CurrentCandidate;
import dev.assay.api.attempt.Attempt;
import dev.assay.api.attempt.Attempting;
import dev.assay.api.attempt.CandidateAttempts;
import dev.assay.api.attempt.CandidateSessions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1")
class AttemptController {

    private final CandidateSessions sessions;
    private final CandidateAttempts attempts;
    private final Attempting attempting;
    private final Clock clock;

    AttemptController(CandidateSessions sessions, CandidateAttempts attempts, Attempting attempting, Clock clock) {
        this.sessions = sessions;
        this.attempts = attempts;
        this.attempting = attempting;
        this.clock = clock;
    }

    /** @param secret the last part of the link */
    record LinkSecret(@NotBlank @Size(max = 200) String secret) {
        @Override
        public String toString() {
            return "LinkSecret[]";
        }
    }

    record CandidateSession(String token, Instant expiresAt, String attemptId) {
        @Override
        public String toString() {
            return "CandidateSession[attemptId=" + attemptId + "]";
        }
    }

    @PostMapping("/candidate/session")
    Mono<CandidateSession> open(@Valid @RequestBody LinkSecret link) {
        return sessions.open(link.secret())
                .map(opened -> new CandidateSession(
                        opened.token().value(),
                        opened.token().expiresAt(),
                        opened.attempt().id()));
    }

    @GetMapping("/attempt")
    Mono<AttemptView> attempt(@AuthenticationPrincipal CurrentCandidate candidate) {
        return attempts.of(candidate).map(this::view);
    }

    @PostMapping("/attempt/start")
    Mono<AttemptView> start(@AuthenticationPrincipal CurrentCandidate candidate) {
        return attempting.start(candidate).map(this::view);
    }

    @PostMapping("/attempt/finish")
    Mono<AttemptView> finish(@AuthenticationPrincipal CurrentCandidate candidate) {
        return attempting.finish(candidate).map(this::view);
    }

    private AttemptView view(Attempt attempt) {
        return AttemptView.of(attempt, clock.instant());
    }
}

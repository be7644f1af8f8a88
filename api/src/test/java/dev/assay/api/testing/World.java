package dev.assay.api.testing;

import dev.assay.api.access.CurrentMember;
import dev.assay.api.access.Role;
import dev.assay.api.access.Tokens;
import dev.assay.api.attempt.Attempt;
import dev.assay.api.attempt.AttemptClock;
import dev.assay.api.attempt.AttemptItem;
import dev.assay.api.attempt.Links;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Makes links, candidates and members for a test. */
public final class World {

    private final Environment environment;
    private final TestLinks links;
    private final TestEngine engine;
    private final CandidateTestConfiguration.Staff staff;
    private final Tokens tokens;
    private final MutableClock clock;

    World(
            Environment environment,
            TestLinks links,
            TestEngine engine,
            CandidateTestConfiguration.Staff staff,
            Tokens tokens,
            MutableClock clock) {
        this.environment = environment;
        this.links = links;
        this.engine = engine;
        this.staff = staff;
        this.tokens = tokens;
        this.clock = clock;
    }

    public TestEngine engine() {
        return engine;
    }

    public TestLinks links() {
        return links;
    }

    public MutableClock clock() {
        return clock;
    }

    public WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + environment.getRequiredProperty("local.server.port"))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 * 1024 * 1024))
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    /** A link to an assessment of 60 minutes: item 1 is the challenge, item 2 the exercise. */
    public String link(String organizationId) {
        String secret = UUID.randomUUID().toString();
        Instant expiresAt = clock.instant().plus(Duration.ofDays(14));
        links.add(
                secret,
                new Links.Link(
                        "invitation-" + secret,
                        organizationId,
                        new Attempt.Names("Acme", "Backend", "Ada Lovelace", "ada@example.org"),
                        expiresAt,
                        AttemptClock.of(60, 1.0),
                        List.of(
                                new AttemptItem(
                                        "1",
                                        AttemptItem.Kind.CHALLENGE,
                                        "echo",
                                        "challenge-version",
                                        "Echo",
                                        60,
                                        List.of("java", "python")),
                                new AttemptItem(
                                        "2",
                                        AttemptItem.Kind.EXERCISE,
                                        "echo-at-scale",
                                        "exercise-version",
                                        "Echo at scale",
                                        30,
                                        List.of()))));
        return secret;
    }

    /** A candidate who has opened a link and not started. */
    public TestCandidate candidate(String organizationId) {
        return TestCandidate.opening(client(), link(organizationId));
    }

    /** A candidate whose clock runs. */
    public TestCandidate started(String organizationId) {
        TestCandidate candidate = candidate(organizationId);
        candidate.post("/start", null).expectStatus().isOk();
        return candidate;
    }

    public String organization() {
        return "org-" + UUID.randomUUID();
    }

    /** A client that calls as a new member. */
    public WebTestClient member(String organizationId, String name, Role... roles) {
        String id = UUID.randomUUID().toString();
        staff.add(new CurrentMember(
                id,
                organizationId,
                name,
                name.toLowerCase(java.util.Locale.ROOT) + "@example.org",
                Set.of(roles),
                false));
        String token = tokens.forMember(organizationId, id, 1).value();
        return client().mutate()
                .defaultHeaders(headers -> headers.setBearerAuth(token))
                .build();
    }
}

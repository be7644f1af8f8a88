package dev.assay.api.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every store of attempts does. */
public interface AttemptsContract {

    Instant NOW = Instant.parse("2026-03-02T09:00:00.123Z");

    Attempts attempts();

    @Test
    default void givesBackWhatWasStored() {
        Attempt opened = open(attempt("org"));
        Attempt granted = change(
                opened, attempt -> attempt.start(NOW).grant(new AttemptClock.Grant(60, "The judge was away", NOW)));

        assertThat(attempts().byId(opened.id()).block()).isEqualTo(granted);
        assertThat(attempts().byId("org", opened.id()).block()).isEqualTo(granted);
        assertThat(attempts().byId("another", opened.id()).block()).isNull();
        assertThat(attempts().byInvitation(opened.invitationId()).block()).isEqualTo(granted);
    }

    @Test
    default void anInvitationHasOneAttempt() {
        Attempt first = attempt("org");
        List<Attempt> opened = Flux.range(0, 10)
                .flatMap(
                        i -> attempts()
                                .open(new Attempt(
                                        first.id() + i,
                                        "org",
                                        first.invitationId(),
                                        first.names(),
                                        first.startBefore(),
                                        first.clock(),
                                        first.state(),
                                        null,
                                        null,
                                        null,
                                        null,
                                        first.items(),
                                        List.of(),
                                        1)),
                        10)
                .collectList()
                .block();

        assertThat(opened).hasSize(10).containsOnly(opened.getFirst());
    }

    @Test
    default void ofManyWhoFinishAtOnceOneDoes() {
        Attempt running = change(open(attempt("org")), attempt -> attempt.start(NOW));

        List<Attempt> finished = Flux.range(0, 10)
                .flatMap(i -> attempts().change(running.id(), attempt -> attempt.handIn(NOW.plusMillis(i))), 10)
                .collectList()
                .block();

        assertThat(finished)
                .extracting(Attempt::finishedAt)
                .containsOnly(finished.getFirst().finishedAt());
        assertThat(attempts().byId(running.id()).block().version()).isEqualTo(running.version() + 1);
    }

    @Test
    default void findsWhatIsDueAndWhatIsLeft() {
        Attempt ready = open(attempt("org"));
        Attempt running = change(open(attempt("org")), attempt -> attempt.start(NOW));
        Instant deadline = NOW.plus(Duration.ofMinutes(60));

        assertThat(ids(attempts().dueAt(deadline.minusMillis(1)))).doesNotContain(running.id());
        assertThat(ids(attempts().dueAt(deadline))).contains(running.id()).doesNotContain(ready.id());
        change(running, attempt -> attempt.endIfTimeIsUp(deadline));
        assertThat(ids(attempts().dueAt(deadline))).doesNotContain(running.id());
        assertThat(ids(attempts().withHandInsLeft())).contains(running.id());
        change(running, attempt -> attempt.handedIn("1"));
        assertThat(ids(attempts().withHandInsLeft())).doesNotContain(running.id());
    }

    @Test
    default void listsTheNewestFirst() {
        String organization = UUID.randomUUID().toString();
        List<Attempt> opened = Flux.range(0, 3)
                .concatMap(i -> attempts().open(attempt(organization)))
                .collectList()
                .block();

        List<Attempt> page =
                attempts().ofOrganization(organization, Optional.empty(), 2).block();
        List<Attempt> rest = attempts()
                .ofOrganization(organization, Optional.of(page.getLast().id()), 2)
                .block();

        assertThat(page).containsExactly(opened.get(2), opened.get(1));
        assertThat(rest).containsExactly(opened.get(0));
    }

    private Attempt open(Attempt attempt) {
        return attempts().open(attempt).block();
    }

    private Attempt change(Attempt attempt, java.util.function.UnaryOperator<Attempt> change) {
        return attempts().change(attempt.id(), change).block();
    }

    private static List<String> ids(Flux<Attempt> attempts) {
        return attempts.map(Attempt::id).collectList().block();
    }

    private static Attempt attempt(String organizationId) {
        return Attempt.opened(
                dev.assay.api.rest.Ids.next(),
                organizationId,
                UUID.randomUUID().toString(),
                new Attempt.Names("Acme", "Backend", "Ada", "ada@example.org"),
                NOW.plus(Duration.ofDays(14)),
                AttemptClock.of(60, 1.0),
                List.of(new AttemptItem("1", AttemptItem.Kind.CHALLENGE, "c", "v", "C", 60, List.of("java"))));
    }
}

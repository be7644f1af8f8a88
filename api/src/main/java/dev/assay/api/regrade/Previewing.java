package dev.assay.api.regrade;

import dev.assay.api.access.CurrentMember;
import dev.assay.api.attempt.Attempt;
import dev.assay.api.attempt.AttemptItem;
import dev.assay.api.attempt.AttemptState;
import dev.assay.api.attempt.Attempts;
import dev.assay.api.catalog.Catalog;
import dev.assay.api.catalog.CatalogEntry;
import dev.assay.api.catalog.PackageKind;
import dev.assay.api.problem.ProblemType;
import dev.assay.api.rest.Ids;
import dev.assay.api.submission.Submission;
import dev.assay.api.submission.Submissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds out whom a newer version of a challenge concerns. */
@Service
public class Previewing {

    private static final int AT_ONCE = 200;

    private final Regrades regrades;
    private final Attempts attempts;
    private final Submissions submissions;
    private final CurrentJudgements current;
    private final Catalog catalog;
    private final Clock clock;

    Previewing(
            Regrades regrades,
            Attempts attempts,
            Submissions submissions,
            CurrentJudgements current,
            Catalog catalog,
            Clock clock) {
        this.regrades = regrades;
        this.attempts = attempts;
        this.submissions = submissions;
        this.current = current;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * Begins a preview of the version that is on offer, or answers the one that is being made. Attempts that still run are not
     * concerned: they end with the version that they began with.
     */
    public Mono<Regrade> begin(CurrentMember member, String challengeId) {
        String organizationId = member.organizationId();
        return catalog.entry(organizationId, PackageKind.CHALLENGE, challengeId)
                .switchIfEmpty(Mono.error(() -> ProblemType.NOT_FOUND.because(
                        "Your catalog has no challenge with this id. Choose one from the catalog.")))
                .flatMap(entry -> underWay(organizationId, entry)
                        .switchIfEmpty(Mono.defer(() -> items(organizationId, entry)
                                .flatMap(items -> regrades.add(begun(member, entry, items))))));
    }

    private Mono<Regrade> underWay(String organizationId, CatalogEntry entry) {
        return regrades.judging()
                .filter(one -> one.organizationId().equals(organizationId)
                        && one.toVersion().equals(entry.version()))
                .next();
    }

    private Regrade begun(CurrentMember member, CatalogEntry entry, List<Regrade.Item> items) {
        return new Regrade(
                Ids.next(),
                member.organizationId(),
                entry.id(),
                entry.title(),
                entry.version(),
                member.name(),
                clock.instant(),
                Regrade.State.JUDGING,
                null,
                items,
                1);
    }

    private Mono<List<Regrade.Item>> items(String organizationId, CatalogEntry entry) {
        return batches(organizationId)
                .concatMap(batch -> concerned(organizationId, entry, batch))
                .collect(ArrayList<Regrade.Item>::new, ArrayList::addAll)
                .map(items -> {
                    if (items.isEmpty()) {
                        throw ProblemType.NOTHING_TO_REGRADE.because("No finished attempt was judged against an older"
                                + " version of " + entry.id() + ". There is nothing to be done.");
                    }
                    return List.copyOf(items);
                });
    }

    private Flux<List<Attempt>> batches(String organizationId) {
        return attempts.ofOrganization(organizationId, Optional.empty(), AT_ONCE)
                .expand(batch -> batch.size() < AT_ONCE
                        ? Mono.empty()
                        : attempts.ofOrganization(
                                organizationId, Optional.of(batch.getLast().id()), AT_ONCE));
    }

    private Mono<List<Regrade.Item>> concerned(String organizationId, CatalogEntry entry, List<Attempt> batch) {
        List<Attempt> older = batch.stream()
                .filter(attempt -> attempt.state() == AttemptState.FINISHED
                        && attempt.toHandIn().isEmpty()
                        && attempt.items().stream().anyMatch(item -> isOlder(entry, item)))
                .toList();
        if (older.isEmpty()) {
            return Mono.just(List.of());
        }
        return submissions
                .countingOf(organizationId, older.stream().map(Attempt::id).toList())
                .map(Submissions.Counting::submission)
                .collectList()
                .flatMap(
                        found -> current.of(organizationId, found).map(counted -> items(entry, older, found, counted)));
    }

    private static List<Regrade.Item> items(
            CatalogEntry entry,
            List<Attempt> attempts,
            List<Submission> found,
            Map<String, CurrentJudgements.Counted> counted) {
        List<Regrade.Item> items = new ArrayList<>();
        for (Attempt attempt : attempts) {
            for (AttemptItem item : attempt.items()) {
                found.stream()
                        .filter(submission -> isOlder(entry, item)
                                && submission.attemptId().equals(attempt.id())
                                && submission.itemId().equals(item.itemId()))
                        .filter(submission -> isJudgedOtherwise(counted.get(submission.id()), entry))
                        .map(submission -> item(attempt, submission, counted))
                        .forEach(items::add);
            }
        }
        return items;
    }

    private static boolean isOlder(CatalogEntry entry, AttemptItem item) {
        return item.kind() == AttemptItem.Kind.CHALLENGE
                && item.packageId().equals(entry.id())
                && !item.packageVersion().equals(entry.version());
    }

    /** One that an earlier regrade has judged against this version has what it would get. */
    private static boolean isJudgedOtherwise(CurrentJudgements.@Nullable Counted counted, CatalogEntry entry) {
        return counted != null && !counted.packageVersion().equals(entry.version());
    }

    private static Regrade.Item item(
            Attempt attempt, Submission submission, Map<String, CurrentJudgements.Counted> counted) {
        CurrentJudgements.Counted before = Objects.requireNonNull(counted.get(submission.id()));
        return new Regrade.Item(
                submission.id(),
                attempt.id(),
                submission.itemId(),
                attempt.names().candidateName(),
                submission.packageVersion(),
                submission.environment(),
                Regrade.Outcome.of(before.judgement()),
                null,
                null,
                null,
                0);
    }
}

package dev.assay.api.regrade;

import dev.assay.api.submission.Submission;
import dev.assay.runner.judging.Judgement;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Which judgement of a submission counts: that of the regrade applied last, else its own. */
@Service
public class CurrentJudgements {

    private final Regrades regrades;

    CurrentJudgements(Regrades regrades) {
        this.regrades = regrades;
    }

    /**
     * @param packageVersion content hash of the version that it was judged against
     * @param regrade null when it is the submission's own
     */
    public record Counted(
            Judgement judgement,
            String packageVersion,
            @Nullable AppliedRegrade regrade) {}

    /** @param before what counted when the regrade was begun */
    public record AppliedRegrade(String regradeId, Instant appliedAt, Regrade.Outcome before) {}

    /** By the submissions' ids; without those that have no judgement yet. */
    public Mono<Map<String, Counted>> of(String organizationId, Collection<Submission> submissions) {
        if (submissions.isEmpty()) {
            return Mono.just(Map.of());
        }
        return regrades.applied(
                        organizationId, submissions.stream().map(Submission::id).toList())
                .collectList()
                .flatMap(applied -> judgements(organizationId, applied, submissions)
                        .map(judgements -> counted(applied, judgements, submissions)));
    }

    private Mono<Map<String, Judgement>> judgements(
            String organizationId, List<Regrade> applied, Collection<Submission> submissions) {
        List<String> ids = submissions.stream()
                .flatMap(submission -> last(applied, submission.id()).stream())
                .map(found -> found.item().judgementId())
                .filter(Objects::nonNull)
                .toList();
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : regrades.judgements(organizationId, ids)
                        .collectMap(Regrades.Kept::judgementId, Regrades.Kept::judgement);
    }

    private static Map<String, Counted> counted(
            List<Regrade> applied, Map<String, Judgement> judgements, Collection<Submission> submissions) {
        Map<String, Counted> counted = new HashMap<>();
        for (Submission submission : submissions) {
            last(applied, submission.id())
                    .flatMap(found -> found.counted(judgements))
                    .or(() -> submission.judgement().map(own -> new Counted(own, submission.packageVersion(), null)))
                    .ifPresent(one -> counted.put(submission.id(), one));
        }
        return counted;
    }

    private record Found(Regrade regrade, Regrade.Item item) {

        Optional<Counted> counted(Map<String, Judgement> judgements) {
            Instant appliedAt = regrade.appliedAt();
            return appliedAt == null
                    ? Optional.empty()
                    : Optional.ofNullable(judgements.get(item.judgementId()))
                            .map(judgement -> new Counted(
                                    judgement,
                                    regrade.toVersion(),
                                    new AppliedRegrade(regrade.id(), appliedAt, item.before())));
        }
    }

    private static Optional<Found> last(List<Regrade> applied, String submissionId) {
        return applied.reversed().stream()
                .flatMap(regrade -> regrade
                        .item(submissionId)
                        .filter(item -> item.judgementId() != null)
                        .map(item -> new Found(regrade, item))
                        .stream())
                .findFirst();
    }
}

package dev.assay.api.attempt.web;

import dev.assay.api.attempt.Attempt;
import dev.assay.api.attempt.AttemptItem;
import dev.assay.api.attempt.AttemptState;
import dev.assay.api.attempt.FinishedHow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attempt as its candidate sees it.
 *
 * @param minutes with the candidate's own multiplier
 * @param serverTime now; a screen counts down from here, never from its own clock
 */
record AttemptView(
        String id,
        String organizationName,
        String assessmentTitle,
        String candidateName,
        AttemptState state,
        int minutes,
        Instant serverTime,
        @Nullable Instant startedAt,
        @Nullable Instant deadline,
        @Nullable Instant finishedAt,
        @Nullable FinishedHow finishedHow,
        List<AttemptItemView> items) {

    record AttemptItemView(
            String itemId, AttemptItem.Kind kind, String title, int minutes, List<String> environments) {}

    static AttemptView of(Attempt stored, Instant now) {
        Attempt attempt = stored.at(now);
        return new AttemptView(
                attempt.id(),
                attempt.names().organizationName(),
                attempt.names().assessmentTitle(),
                attempt.names().candidateName(),
                attempt.state(),
                attempt.clock().minutes(),
                now,
                attempt.startedAt(),
                attempt.deadline(),
                attempt.finishedAt(),
                attempt.finishedHow(),
                attempt.items().stream()
                        .map(item -> new AttemptItemView(
                                item.itemId(), item.kind(), item.title(), item.minutes(), item.environments()))
                        .toList());
    }
}

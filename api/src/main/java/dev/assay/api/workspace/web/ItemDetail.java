package dev.assay.api.workspace.web;

import dev.assay.api.attempt.AttemptItem;
import dev.assay.challenge.Exercise;
import dev.assay.challenge.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One item as the candidate reads it; what is not of its kind is null. The anchors of the rubric are not in it. */
record ItemDetail(
        String itemId,
        AttemptItem.Kind kind,
        String title,
        @Nullable String statement,
        @Nullable Integer port,
        List<String> environments,
        @Nullable List<CategoryShare> categories,
        @Nullable ItemLimits limits,
        @Nullable String brief,
        @Nullable List<Exercise.Given> givens,
        @Nullable List<Exercise.Section> sections,
        @Nullable List<CriterionOutline> criteria,
        WorkspaceView workspace) {

    record CategoryShare(String category, int share) {}

    record CriterionOutline(String title, String question, int weight) {}

    record ItemLimits(
            long buildSeconds, long readySeconds, long examSeconds, int memoryMiB, int processes, int outputKiB) {

        static ItemLimits of(Limits limits) {
            return new ItemLimits(
                    limits.build().toSeconds(),
                    limits.ready().toSeconds(),
                    limits.exam().toSeconds(),
                    limits.memoryMiB(),
                    limits.processes(),
                    limits.outputKiB());
        }
    }
}

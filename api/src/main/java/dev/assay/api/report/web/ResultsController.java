package dev.assay.api.report.web;

import dev.assay.api.access.CurrentMember;
import dev.assay.api.report.Results;
import dev.assay.api.rest.Page;
import dev.assay.api.rest.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/results")
class ResultsController {

    private final Results results;

    ResultsController(Results results) {
        this.results = results;
    }

    @GetMapping
    Mono<Page<Result>> list(
            @AuthenticationPrincipal CurrentMember viewer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Paging paging = Paging.of(cursor, limit);
        return results.list(viewer, paging.before(), paging.fetch())
                .map(found -> paging.page(found, result -> result.attempt().id(), Result::of));
    }

    @GetMapping("/{attemptId}")
    Mono<Report> report(@AuthenticationPrincipal CurrentMember viewer, @PathVariable String attemptId) {
        return results.one(viewer, attemptId)
                .flatMap(collected ->
                        results.rubrics(collected.attempt()).map(rubrics -> Report.of(collected, rubrics)));
    }
}

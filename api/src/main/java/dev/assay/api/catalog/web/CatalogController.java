package dev.assay.api.catalog.web;

import dev.assay.api.access.CurrentMember;
import dev.assay.api.catalog.Catalog;
import dev.assay.api.catalog.CatalogEntry;
import dev.assay.api.catalog.PackageKind;
import dev.assay.api.problem.ProblemType;
import dev.assay.api.rest.Page;
import dev.assay.challenge.Challenge;
import dev.assay.challenge.Exercise;
import dev.assay.challenge.Level;
import dev.assay.challenge.Rubric;
import dev.assay.challenge.Track;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/catalog")
class CatalogController {

    private final Catalog catalog;

    CatalogController(Catalog catalog) {
        this.catalog = catalog;
    }

    record Given(String name, String value) {}

    record Section(String id, String title, String prompt) {}

    /** @param anchors level, from 1 to 5, to the behaviour seen there */
    record RubricCriterion(String id, String title, int weight, String question, SortedMap<String, String> anchors) {

        static RubricCriterion of(Rubric.Criterion criterion) {
            SortedMap<String, String> anchors = new TreeMap<>();
            criterion.anchors().forEach((level, text) -> anchors.put(level.toString(), text));
            return new RubricCriterion(
                    criterion.id(), criterion.title(), criterion.weight(), criterion.question(), anchors);
        }
    }

    /**
     * @param statement of a challenge
     * @param brief of an exercise, as are givens, sections and rubric
     */
    record CatalogDetail(
            PackageKind kind,
            String id,
            String title,
            List<String> skills,
            Track track,
            Level level,
            int minutes,
            List<String> environments,
            String version,
            @Nullable String statement,
            @Nullable String brief,
            @Nullable List<Given> givens,
            @Nullable List<Section> sections,
            @Nullable List<RubricCriterion> rubric) {

        static CatalogDetail of(CatalogEntry entry, Challenge challenge) {
            return new CatalogDetail(
                    entry.kind(),
                    entry.id(),
                    entry.title(),
                    entry.skills(),
                    entry.track(),
                    entry.level(),
                    entry.minutes(),
                    entry.environments(),
                    entry.version(),
                    challenge.statement(),
                    null,
                    null,
                    null,
                    null);
        }

        static CatalogDetail of(CatalogEntry entry, Exercise exercise) {
            return new CatalogDetail(
                    entry.kind(),
                    entry.id(),
                    entry.title(),
                    entry.skills(),
                    entry.track(),
                    entry.level(),
                    entry.minutes(),
                    entry.environments(),
                    entry.version(),
                    null,
                    exercise.brief(),
                    exercise.givens().stream()
                            .map(given -> new Given(given.name(), given.value()))
                            .toList(),
                    exercise.sections().stream()
                            .map(section -> new Section(section.id(), section.title(), section.prompt()))
                            .toList(),
                    exercise.rubric().criteria().stream()
                            .map(RubricCriterion::of)
                            .toList());
        }
    }

    @GetMapping
    Mono<Page<CatalogEntry>> list(@AuthenticationPrincipal CurrentMember me) {
        return catalog.entries(me.organizationId()).collectList().map(Page::whole);
    }

    @GetMapping("/{kind}/{id}")
    Mono<CatalogDetail> one(
            @AuthenticationPrincipal CurrentMember me, @PathVariable PackageKind kind, @PathVariable String id) {
        return catalog.entry(me.organizationId(), kind, id)
                .flatMap(this::detail)
                .switchIfEmpty(Mono.error(() -> ProblemType.NOT_FOUND.because("The catalog has no "
                        + kind.name().toLowerCase(Locale.ROOT) + " with this id. Choose one from the catalog.")));
    }

    private Mono<CatalogDetail> detail(CatalogEntry entry) {
        return switch (entry.kind()) {
            case CHALLENGE -> catalog.challenge(entry.version()).map(challenge -> CatalogDetail.of(entry, challenge));
            case EXERCISE -> catalog.exercise(entry.version()).map(exercise -> CatalogDetail.of(entry, exercise));
        };
    }
}

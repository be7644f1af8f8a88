package dev.assay.api.assessment;

import dev.assay.api.catalog.Catalog;
import dev.assay.api.catalog.CatalogEntry;
import dev.assay.api.catalog.PackageKind;
import dev.assay.api.problem.FieldProblem;
import dev.assay.api.problem.ProblemException;
import dev.assay.api.problem.ProblemType;
import dev.assay.api.rest.IdempotencyKey;
import dev.assay.api.rest.Ids;
import dev.assay.challenge.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Puts an assessment together from the catalog. */
@Service
public class Composition {

    private final Catalog catalog;
    private final Assessments assessments;
    private final Clock clock;

    public record Wanted(String title, String role, Level level, int minutes, List<Item> items) {
        public Wanted {
            items = List.copyOf(items);
        }
    }

    public record Item(PackageKind kind, String id) {}

    Composition(Catalog catalog, Assessments assessments, Clock clock) {
        this.catalog = catalog;
        this.assessments = assessments;
        this.clock = clock;
    }

    public Mono<Assessment> compose(String organizationId, Wanted wanted, IdempotencyKey key) {
        return catalog.entries(organizationId)
                .collectList()
                .map(offered -> new Assessment(
                        Ids.next(),
                        wanted.title().strip(),
                        wanted.role().strip(),
                        wanted.level(),
                        wanted.minutes(),
                        entries(offered, wanted.items()),
                        clock.instant()))
                .flatMap(assessment -> assessments.add(
                        organizationId, assessment, key.usedFor("assessment " + organizationId, wanted)));
    }

    private static List<CatalogEntry> entries(List<CatalogEntry> offered, List<Item> items) {
        List<CatalogEntry> entries = new ArrayList<>();
        List<FieldProblem> problems = new ArrayList<>();
        Set<Item> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            Optional<CatalogEntry> entry = offered.stream()
                    .filter(one -> one.kind() == item.kind() && one.id().equals(item.id()))
                    .findFirst();
            if (entry.isEmpty()) {
                problems.add(new FieldProblem("items[" + i + "].id", "is not in the catalog; choose one from it"));
            } else if (!seen.add(item)) {
                problems.add(new FieldProblem("items[" + i + "].id", "is there twice; remove one"));
            } else {
                entries.add(entry.get());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    problems.getFirst().field() + ": " + problems.getFirst().message(),
                    problems);
        }
        return entries;
    }
}

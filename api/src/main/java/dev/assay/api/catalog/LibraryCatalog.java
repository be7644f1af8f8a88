package dev.assay.api.catalog;

import dev.assay.api.judging.JudgingService;
import dev.assay.api.settings.AssaySettings;
import dev.assay.api.startup.StartUpStep;
import dev.assay.challenge.Challenge;
import dev.assay.challenge.Exercise;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Offers what the library folders held at the start, and beside it what is an organization's own; keeps all of it in the store for as long as attempts refer to it. */
@Component
public class LibraryCatalog implements Catalog, StartUpStep {

    private static final Logger log = LoggerFactory.getLogger(LibraryCatalog.class);

    private final List<Path> folders;
    private final PackageVersions versions;
    private final PrivatePackages own;
    private volatile List<CatalogEntry> entries = List.of();
    private volatile List<String> problems = List.of();

    LibraryCatalog(AssaySettings settings, PackageVersions versions, PrivatePackages own) {
        this.folders = settings.library();
        this.versions = versions;
        this.own = own;
    }

    @Override
    public int getOrder() {
        return CATALOG;
    }

    @Override
    public Mono<Void> run() {
        LibraryFolder reader = new LibraryFolder(JudgingService.packages());
        return Flux.fromIterable(folders)
                .map(reader::read)
                .subscribeOn(Schedulers.boundedElastic())
                .collectList()
                .flatMap(this::offer);
    }

    private Mono<Void> offer(List<LibraryFolder.Contents> libraries) {
        List<CatalogEntry> offered = new ArrayList<>();
        List<String> found = new ArrayList<>();
        List<Mono<Void>> kept = new ArrayList<>();
        for (LibraryFolder.Contents library : libraries) {
            found.addAll(library.problems());
            for (Challenge challenge : library.challenges()) {
                offered.add(CatalogEntry.of(challenge));
                kept.add(versions.keep(challenge));
            }
            for (Exercise exercise : library.exercises()) {
                offered.add(CatalogEntry.of(exercise));
                kept.add(versions.keep(exercise));
            }
        }
        return Flux.concat(kept).then(Mono.fromRunnable(() -> {
            entries = List.copyOf(offered);
            problems = List.copyOf(found);
            log.info("The catalog has {} packages; {} mistakes were found", offered.size(), found.size());
        }));
    }

    /** What was wrong with packages at the start, a line each. */
    public List<String> problems() {
        return problems;
    }

    @Override
    public Flux<CatalogEntry> entries(String organizationId) {
        return Flux.defer(() -> Flux.fromIterable(entries))
                .concatWith(own.of(organizationId).filter(entry -> !isInLibrary(entry.kind(), entry.id())));
    }

    @Override
    public Mono<CatalogEntry> entry(String organizationId, PackageKind kind, String id) {
        return entries(organizationId)
                .filter(entry -> entry.kind() == kind && entry.id().equals(id))
                .next();
    }

    @Override
    public boolean isInLibrary(PackageKind kind, String id) {
        return entries.stream()
                .anyMatch(entry -> entry.kind() == kind && entry.id().equals(id));
    }

    @Override
    public Mono<Challenge> challenge(String version) {
        return versions.challenge(version);
    }

    @Override
    public Mono<Exercise> exercise(String version) {
        return versions.exercise(version);
    }
}

package dev.assay.api.catalog.store;

import dev.assay.api.catalog.PackageVersions;
import dev.assay.challenge.Challenge;
import dev.assay.challenge.Exercise;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class MongoPackageVersions implements PackageVersions {

    private final ReactiveMongoTemplate template;

    MongoPackageVersions(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Mono<Void> keep(Challenge challenge) {
        return challenge(challenge.contentHash())
                .hasElement()
                .flatMap(there -> there ? Mono.empty() : insert(StoredChallenge.of(challenge)));
    }

    @Override
    public Mono<Void> keep(Exercise exercise) {
        return exercise(exercise.contentHash())
                .hasElement()
                .flatMap(there -> there ? Mono.empty() : insert(StoredExercise.of(exercise)));
    }

    private Mono<Void> insert(Object version) {
        return template.insert(version)
                .onErrorResume(DuplicateKeyException.class, alreadyKept -> Mono.empty())
                .then();
    }

    @Override
    public Mono<Challenge> challenge(String version) {
        return template.findById(version, StoredChallenge.class).map(StoredChallenge::value);
    }

    @Override
    public Mono<Exercise> exercise(String version) {
        return template.findById(version, StoredExercise.class).map(StoredExercise::value);
    }
}

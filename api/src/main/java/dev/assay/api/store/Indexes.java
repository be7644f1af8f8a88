package dev.assay.api.store;

import com.mongodb.MongoException;
import dev.assay.api.startup.StartUpFailure;
import dev.assay.api.startup.StartUpStep;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
public class Indexes implements StartUpStep {

    private final ReactiveMongoTemplate template;
    private final ObjectProvider<IndexedStore> stores;

    Indexes(ReactiveMongoTemplate template, ObjectProvider<IndexedStore> stores) {
        this.template = template;
        this.stores = stores;
    }

    @Override
    public int getOrder() {
        return INDEXES;
    }

    @Override
    public Mono<Void> run() {
        return Flux.fromStream(stores.stream())
                .concatMap(store -> create(template, store))
                .then()
                .onErrorMap(fault -> fault instanceof DataAccessException || fault instanceof MongoException
                        ? new StartUpFailure(
                                "The database cannot be used. Check that the MongoDB at MONGODB_URI runs and lets this"
                                        + " user write, or, with the embedded store, that the disk is not full.",
                                fault)
                        : fault);
    }

    public static Mono<Void> create(ReactiveMongoTemplate template, IndexedStore store) {
        return Flux.fromIterable(store.indexes())
                .concatMap(index -> template.indexOps(store.documents()).createIndex(index))
                .then();
    }
}

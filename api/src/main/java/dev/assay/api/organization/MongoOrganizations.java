package dev.assay.api.organization;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.assay.api.store.IndexedStore;
import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class MongoOrganizations implements Organizations, IndexedStore {

    private final ReactiveMongoTemplate template;

    MongoOrganizations(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Document("organizations")
    record StoredOrganization(@Id String id, String name, Instant createdAt, boolean ready) {
        Organization value() {
            return new Organization(id, name, createdAt, ready);
        }
    }

    @Override
    public Class<?> documents() {
        return StoredOrganization.class;
    }

    @Override
    public List<Index> indexes() {
        return List.of();
    }

    @Override
    public Mono<Organization> organization(String id) {
        return template.findById(id, StoredOrganization.class).map(StoredOrganization::value);
    }

    @Override
    public Flux<Organization> all() {
        return template.find(new Query().with(Sort.by("_id")), StoredOrganization.class)
                .map(StoredOrganization::value);
    }

    @Override
    public Mono<Organization> add(Organization organization) {
        return template.insert(new StoredOrganization(
                        organization.id(), organization.name(), organization.createdAt(), organization.ready()))
                .map(StoredOrganization::value);
    }

    @Override
    public Mono<Void> markReady(String id) {
        return template.updateFirst(query(where("_id").is(id)), Update.update("ready", true), StoredOrganization.class)
                .then();
    }
}

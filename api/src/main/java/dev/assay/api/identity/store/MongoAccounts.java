package dev.assay.api.identity.store;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.assay.api.access.Role;
import dev.assay.api.identity.Account;
import dev.assay.api.identity.Accounts;
import dev.assay.api.problem.ProblemType;
import dev.assay.api.rest.Paging;
import dev.assay.api.store.IndexedStore;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class MongoAccounts implements Accounts, IndexedStore {

    private final ReactiveMongoTemplate template;

    MongoAccounts(ReactiveMongoTemplate template) {
        this.template = template;
    }

    /** @param emailKey the address as it is compared */
    @Document("members")
    record StoredAccount(
            @Id String id,
            String organizationId,
            String name,
            String email,
            String emailKey,
            String passwordHash,
            long credentialVersion,
            boolean mustChangePassword,
            List<Role> roles,
            Instant createdAt) {

        static StoredAccount of(Account account) {
            return new StoredAccount(
                    account.id(),
                    account.organizationId(),
                    account.name(),
                    account.email(),
                    key(account.email()),
                    account.passwordHash(),
                    account.credentialVersion(),
                    account.mustChangePassword(),
                    account.roles().stream().sorted().toList(),
                    account.createdAt());
        }

        Account value() {
            return new Account(
                    id,
                    organizationId,
                    name,
                    email,
                    passwordHash,
                    credentialVersion,
                    mustChangePassword,
                    EnumSet.copyOf(roles),
                    createdAt);
        }
    }

    @Override
    public Class<?> documents() {
        return StoredAccount.class;
    }

    @Override
    public List<Index> indexes() {
        return List.of(
                new Index("emailKey", Sort.Direction.ASC).unique(),
                new Index("organizationId", Sort.Direction.ASC).on("_id", Sort.Direction.DESC));
    }

    @Override
    public Mono<Account> add(Account account) {
        return template.insert(StoredAccount.of(account))
                .map(StoredAccount::value)
                .onErrorMap(
                        DuplicateKeyException.class,
                        taken -> ProblemType.EMAIL_TAKEN.at("email", "belongs to a member already; use another"));
    }

    @Override
    public Mono<Account> account(String organizationId, String id) {
        return one(where("_id").is(id).and("organizationId").is(organizationId));
    }

    @Override
    public Mono<Account> byEmail(String email) {
        return one(where("emailKey").is(key(email)));
    }

    @Override
    public Mono<List<Account>> page(String organizationId, Paging paging) {
        Criteria wanted = where("organizationId").is(organizationId);
        Query query = query(paging.within(wanted))
                .with(Sort.by(Sort.Direction.DESC, "_id"))
                .limit(paging.fetch());
        return template.find(query, StoredAccount.class)
                .map(StoredAccount::value)
                .collectList();
    }

    @Override
    public Mono<Account> firstOwner(String organizationId) {
        Query query = query(
                        where("organizationId").is(organizationId).and("roles").is(Role.OWNER))
                .with(Sort.by("_id"))
                .limit(1);
        return template.find(query, StoredAccount.class).next().map(StoredAccount::value);
    }

    @Override
    public Mono<Account> changePassword(Account known, String passwordHash, boolean mustChange) {
        Query unchanged = query(where("_id")
                .is(known.id())
                .and("organizationId")
                .is(known.organizationId())
                .and("credentialVersion")
                .is(known.credentialVersion()));
        Update update = new Update()
                .set("passwordHash", passwordHash)
                .set("mustChangePassword", mustChange)
                .inc("credentialVersion", 1);
        return template.findAndModify(
                        unchanged, update, FindAndModifyOptions.options().returnNew(true), StoredAccount.class)
                .map(StoredAccount::value);
    }

    private Mono<Account> one(Criteria criteria) {
        return template.findOne(query(criteria), StoredAccount.class).map(StoredAccount::value);
    }

    private static String key(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}

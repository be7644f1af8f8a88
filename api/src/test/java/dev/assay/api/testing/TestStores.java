package dev.assay.api.testing;

import com.mongodb.reactivestreams.client.MongoClients;
import dev.assay.api.store.EmbeddedStore;
import dev.assay.api.store.IndexedStore;
import dev.assay.api.store.Indexes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/** A fresh database for a store contract: of the embedded store, or of a real MongoDB where one can be had. */
public final class TestStores {

    private static final String IMAGE = "mongo:8";

    private static @Nullable String embedded;
    private static @Nullable String mongoDb;
    private static @Nullable String noMongoDb;

    private TestStores() {}

    /** A store on a fresh embedded database, with its indexes. */
    public static <S extends IndexedStore> S embedded(Function<ReactiveMongoTemplate, S> store) {
        return on(embeddedUri(), store);
    }

    /** A store on a fresh database of a real MongoDB, with its indexes; skips the test, saying why, without one. */
    public static <S extends IndexedStore> S mongoDb(Function<ReactiveMongoTemplate, S> store) {
        return on(mongoDbUri(), store);
    }

    private static <S extends IndexedStore> S on(String uri, Function<ReactiveMongoTemplate, S> store) {
        ReactiveMongoTemplate template = new ReactiveMongoTemplate(
                MongoClients.create(uri), "test" + UUID.randomUUID().toString().replace("-", ""));
        S made = store.apply(template);
        Indexes.create(template, made).block();
        return made;
    }

    private static synchronized String embeddedUri() {
        if (embedded == null) {
            try {
                embedded = EmbeddedStore.open(Files.createTempDirectory(Path.of("target"), "store-")
                                .resolve("assay.store"))
                        .connectionString("test");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return embedded;
    }

    private static synchronized String mongoDbUri() {
        if (noMongoDb != null) {
            throw new TestAbortedException(noMongoDb);
        }
        if (mongoDb == null) {
            mongoDb = System.getenv("MONGODB_URI");
        }
        if (mongoDb == null) {
            mongoDb = startMongoDb();
        }
        return mongoDb;
    }

    @SuppressWarnings("resource") // stays for all tests; the process's end removes it
    private static String startMongoDb() {
        if (!isThere(IMAGE)) {
            noMongoDb = "SKIPPED on a real MongoDB: MONGODB_URI is not set, and Docker has no image " + IMAGE
                    + "; docker pull " + IMAGE + " brings it";
            System.err.println(noMongoDb);
            throw new TestAbortedException(noMongoDb);
        }
        try {
            DockerClientFactory.instance().client();
            MongoDBContainer container = new MongoDBContainer(IMAGE);
            container.start();
            return container.getConnectionString();
        } catch (RuntimeException e) {
            noMongoDb = "SKIPPED on a real MongoDB: MONGODB_URI is not set, and " + IMAGE
                    + " cannot be started with Docker ("
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ")";
            System.err.println(noMongoDb);
            throw new TestAbortedException(noMongoDb, e);
        }
    }

    /** Asked first, because an attempt to pull where there is no network takes minutes. */
    private static boolean isThere(String image) {
        try {
            return new ProcessBuilder("docker", "image", "inspect", image)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

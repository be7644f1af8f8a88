package dev.assay.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.assay.api.testing.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** On a file system of a few megabytes. */
class FullDiskTest {

    private static final int OUT_OF_DISK_SPACE = 14031;

    @TempDir
    Path folder;

    /** With a reserve the store stops in time; without one the disk fills up in the middle of a write. */
    @ParameterizedTest
    @ValueSource(longs = {8L * 1024 * 1024, 0})
    @Timeout(120)
    void aFullDiskRefusesTheWriteAndLosesNothing(long reserve) throws Exception {
        try (SmallDisk disk = SmallDisk.mountBelow(folder, 24)) {
            fillAndRecover(disk.path(), reserve);
        }
    }

    private static void fillAndRecover(Path disk, long reserve) throws IOException {
        Path file = disk.resolve("assay.store");
        List<Integer> acknowledged = new ArrayList<>();
        try (EmbeddedStore store = EmbeddedStore.open(file, reserve);
                MongoClient client = MongoClients.create(store.connectionString("test"))) {
            MongoCollection<Document> writes = client.getDatabase("test").getCollection("writes");
            fill(writes, acknowledged);
            Path filler = disk.resolve("filler");
            Files.write(filler, new byte[1024 * 1024 + (int) Math.min(reserve, 6L * 1024 * 1024)]);
            MongoException refused = writeUntilRefused(writes, acknowledged);
            assertThat(refused.getCode()).isEqualTo(OUT_OF_DISK_SPACE);
            assertThat(numbers(writes)).containsExactlyInAnyOrderElementsOf(acknowledged);

            Files.delete(filler);
            insert(writes, 1_000_000);
            acknowledged.add(1_000_000);
        }
        try (EmbeddedStore store = EmbeddedStore.open(file, 0);
                MongoClient client = MongoClients.create(store.connectionString("test"))) {
            assertThat(numbers(client.getDatabase("test").getCollection("writes")))
                    .containsExactlyInAnyOrderElementsOf(acknowledged);
        }
    }

    private static void fill(MongoCollection<Document> writes, List<Integer> acknowledged) {
        for (int i = 0; i < 20; i++) {
            insert(writes, i);
            acknowledged.add(i);
        }
    }

    private static MongoException writeUntilRefused(MongoCollection<Document> writes, List<Integer> acknowledged) {
        return catchThrowableOfType(MongoException.class, () -> {
            for (int i = 20; i < 1_000; i++) {
                insert(writes, i);
                acknowledged.add(i);
            }
        });
    }

    private static void insert(MongoCollection<Document> writes, int number) {
        byte[] noise = new byte[200_000];
        new Random(number).nextBytes(noise);
        Mono.from(writes.insertOne(new Document("number", number).append("noise", noise)))
                .block();
    }

    private static List<Integer> numbers(MongoCollection<Document> writes) {
        return Flux.from(writes.find())
                .map(document -> document.getInteger("number"))
                .collectList()
                .block();
    }
}

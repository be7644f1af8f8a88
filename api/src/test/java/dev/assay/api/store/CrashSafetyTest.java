package dev.assay.api.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A process that writes is killed with SIGKILL; what it was told is written must be there. */
class CrashSafetyTest {

    private static final int KILLS = 3;
    private static final int WRITES_PER_LIFE = 300;

    @TempDir
    Path folder;

    @Test
    @Timeout(180)
    void everyAcknowledgedWriteIsThereAfterAKill() throws Exception {
        Path file = folder.resolve("assay.store");
        withCollection(
                file,
                writes -> Mono.from(writes.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true)))
                        .block());
        List<Integer> acknowledged = new ArrayList<>();
        for (int life = 0; life < KILLS; life++) {
            long began = System.nanoTime();
            List<Integer> told = writeAndKill(file, life * 1_000_000);
            double millis = (System.nanoTime() - began) / 1e6 / told.size();
            System.out.printf(
                    "%d writes acknowledged, then killed; %.2f ms each, the start included%n", told.size(), millis);
            acknowledged.addAll(told);
            withCollection(file, writes -> {
                assertThat(numbers(writes)).containsAll(acknowledged);
                assertThat(numbersByIndex(writes, acknowledged)).containsExactlyInAnyOrderElementsOf(acknowledged);
            });
        }
    }

    @Test
    void theCostOfAWriteIsMeasured() throws IOException {
        withCollection(folder.resolve("assay.store"), writes -> {
            measure(writes, 1, 300);
            System.out.printf("One write after the other: %.2f ms each%n", measure(writes, 1, 500));
            System.out.printf("Sixteen at once: %.2f ms each%n", measure(writes, 16, 2_000));
        });
    }

    private static double measure(MongoCollection<Document> writes, int atOnce, int count) {
        long began = System.nanoTime();
        Flux.range(0, count)
                .flatMap(i -> Mono.from(writes.insertOne(new Document("text", "x".repeat(1_000)))), atOnce)
                .blockLast();
        return (System.nanoTime() - began) / 1e6 / count;
    }

    private static List<Integer> writeAndKill(Path file, int first) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        StoreWriter.class.getName(),
                        file.toString(),
                        Integer.toString(first))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Integer> told = new ArrayList<>();
        try (BufferedReader lines = writer.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                // Log lines come on the same stream. The handle kills without closing the pipe.
                if (line.matches("\\d+")) {
                    told.add(Integer.valueOf(line));
                }
                if (told.size() == WRITES_PER_LIFE) {
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(writer.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(told).hasSizeGreaterThanOrEqualTo(WRITES_PER_LIFE);
        return told;
    }

    private static List<Integer> numbers(MongoCollection<Document> writes) {
        return Flux.from(writes.find())
                .map(document -> document.getInteger("number"))
                .collectList()
                .block();
    }

    /** Finds each by the unique index, so that an index that lost an entry shows. */
    private static List<Integer> numbersByIndex(MongoCollection<Document> writes, List<Integer> wanted) {
        return Flux.fromIterable(wanted)
                .flatMap(
                        number -> Mono.from(
                                writes.find(Filters.eq("number", number)).first()),
                        8)
                .map(document -> document.getInteger("number"))
                .collectList()
                .block();
    }

    private interface Work {
        void on(MongoCollection<Document> writes);
    }

    private static void withCollection(Path file, Work work) {
        try (EmbeddedStore store = EmbeddedStore.open(file);
                MongoClient client = MongoClients.create(store.connectionString("test"))) {
            work.on(client.getDatabase("test").getCollection("writes"));
        }
    }
}

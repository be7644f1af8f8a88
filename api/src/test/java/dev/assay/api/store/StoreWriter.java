package dev.assay.api.store;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.file.Path;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A program for {@link CrashSafetyTest}: writes for ever, and prints the number of each acknowledged write. */
final class StoreWriter {

    static final int AT_ONCE = 8;
    private static final String TEXT = "x".repeat(2_000);

    private StoreWriter() {}

    public static void main(String[] arguments) {
        int first = Integer.parseInt(arguments[1]);
        EmbeddedStore store = EmbeddedStore.open(Path.of(arguments[0]));
        try (MongoClient client = MongoClients.create(store.connectionString("test"))) {
            MongoCollection<Document> writes = client.getDatabase("test").getCollection("writes");
            Flux.range(first, Integer.MAX_VALUE - first)
                    .flatMap(
                            number -> Mono.from(writes.insertOne(document(number)))
                                    .thenReturn(number),
                            AT_ONCE)
                    .doOnNext(StoreWriter::print)
                    .blockLast();
        }
    }

    private static Document document(int number) {
        return new Document("_id", "id-" + number).append("number", number).append("text", TEXT);
    }

    private static synchronized void print(int number) {
        System.out.println(number);
        System.out.flush();
    }
}

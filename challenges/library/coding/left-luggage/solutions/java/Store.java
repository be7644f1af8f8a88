import java.io.IOException;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All items in memory, and every change to them in a log. One lock for both, so that they see the changes in the same order. */
final class Store {
    record Item(String key, String value) {}

    private final NavigableMap<String, String> items = new TreeMap<>();
    private final Log log;

    Store(Log log) throws IOException {
        this.log = log;
        for (List<Change> batch : log.replay()) {
            change(batch);
        }
    }

    synchronized Optional<String> find(String key) {
        return Optional.ofNullable(items.get(key));
    }

    synchronized List<Item> withPrefix(String prefix) {
        return items.tailMap(prefix, true).entrySet().stream()
                .takeWhile(item -> item.getKey().startsWith(prefix))
                .map(item -> new Item(item.getKey(), item.getValue()))
                .toList();
    }

    synchronized void apply(List<Change> batch) throws IOException {
        if (log.isLarge()) {
            log.rewrite(items);
        }
        // The log comes first: what a reader sees can no longer be lost.
        log.append(batch);
        change(batch);
    }

    private void change(List<Change> batch) {
        for (Change change : batch) {
            if (change.deletes()) {
                items.remove(change.key());
            } else {
                items.put(change.key(), change.value());
            }
        }
    }
}

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Guarded by the ledger. */
final class Account {
    private final String id;
    private final String owner;
    private final List<Map<String, Object>> entries = new ArrayList<>();
    private long balance;

    Account(String id, String owner) {
        this.id = id;
        this.owner = owner;
    }

    long balance() {
        return balance;
    }

    void change(String transaction, long by) {
        balance += by;
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("transaction", transaction);
        entry.put("change", by);
        entry.put("balance", balance);
        entries.add(entry);
    }

    List<Map<String, Object>> entries() {
        return List.copyOf(entries);
    }

    Map<String, Object> view() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", id);
        view.put("owner", owner);
        view.put("balance", balance);
        return view;
    }
}

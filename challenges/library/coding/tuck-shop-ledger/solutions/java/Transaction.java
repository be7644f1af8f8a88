import java.util.LinkedHashMap;
import java.util.Map;

/** Money that moved; a deposit comes from nowhere, which is null. */
record Transaction(String id, String kind, String from, String to, long amount) {
    Map<String, Object> view() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", id);
        view.put("kind", kind);
        view.put("from", from);
        view.put("to", to);
        view.put("amount", amount);
        return view;
    }
}

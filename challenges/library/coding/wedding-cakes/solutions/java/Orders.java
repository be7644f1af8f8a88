import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class Orders {
    private final Map<String, Order> byKey = new ConcurrentHashMap<>();
    private final Map<String, Order> byId = new ConcurrentHashMap<>();

    /** The order of this key, a new one if there is none. */
    Order of(String key, String cake, int cents) {
        return byKey.computeIfAbsent(key, _ -> {
            Order order = new Order(cake, cents);
            byId.put(order.id(), order);
            return order;
        });
    }

    /** Null when there is none. */
    Order find(String id) {
        return byId.get(id);
    }
}

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

final class Order {
    enum Status {
        UNCONFIRMED(503),
        PROCESSING(201),
        DECLINED(402),
        PAID(201),
        FAILED(201);

        private final int code;

        Status(int code) {
            this.code = code;
        }
    }

    private final String id = "o-" + UUID.randomUUID();
    private final String cake;
    private final int cents;
    /** Held while the provider is asked: one at a time asks for an order. */
    private final Lock charging = new ReentrantLock();
    private final Set<String> events = new HashSet<>();
    private Status status = Status.UNCONFIRMED;
    private int refundedCents;

    Order(String cake, int cents) {
        this.cake = cake;
        this.cents = cents;
    }

    String id() {
        return id;
    }

    int cents() {
        return cents;
    }

    boolean isOf(String otherCake, int otherCents) {
        return cake.equals(otherCake) && cents == otherCents;
    }

    /** Asks the provider if that is still to be done. Repetitions wait here for the first, and find its answer. */
    void settle(Provider provider) {
        charging.lock();
        try {
            if (status() == Status.UNCONFIRMED) {
                charged(provider.charge(this));
            }
        } finally {
            charging.unlock();
        }
    }

    /** The provider's answer, unless an event has told something newer. */
    private synchronized void charged(Status answer) {
        if (status == Status.UNCONFIRMED) {
            status = answer;
        }
    }

    synchronized void hear(String event, String type, int eventCents) {
        if (!events.add(event)) {
            return;
        }
        switch (type) {
            case "paid" -> status = Status.PAID;
            case "failed" -> status = status == Status.PAID ? Status.PAID : Status.FAILED;
            case "refunded" -> refundedCents += eventCents;
            default -> {}
        }
    }

    synchronized Status status() {
        return status;
    }

    int code() {
        return status().code;
    }

    synchronized Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", id);
        shown.put("cake", cake);
        shown.put("cents", cents);
        shown.put("status", status.name().toLowerCase());
        shown.put("refundedCents", refundedCents);
        return shown;
    }
}

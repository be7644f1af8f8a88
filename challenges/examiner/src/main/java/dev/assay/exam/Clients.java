package dev.assay.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Several clients of a service, each with connections of its own. */
final class Clients implements AutoCloseable {
    /** Each has a thread and files of its own, of which the examiner has few. */
    static final int MAX = 16;

    private final List<Service> services = new ArrayList<>();

    private Clients() {}

    static Clients of(int n, Supplier<Service> client) {
        if (n < 1 || n > MAX) {
            throw new IllegalArgumentException("From 1 to " + MAX + " clients, not " + n);
        }
        Clients clients = new Clients();
        for (int i = 0; i < n; i++) {
            clients.services.add(client.get());
        }
        return clients;
    }

    void work(Consumer<Service> work) {
        Together.call(services.size(), i -> {
            work.accept(services.get(i));
            return i;
        });
    }

    void work(Consumer<Service> step, Runnable inTheMidst) {
        Burst.of(services, step, inTheMidst);
    }

    @Override
    public void close() {
        services.forEach(Service::close);
    }
}

package dev.assay.exam;

import java.util.function.Function;

/**
 * The package's own solution, running beside the candidate's service in the same pod: {@code reference: true} in {@code challenge.yaml}.
 * A test method or a test class's constructor takes it as a parameter. It is what a service's speed is measured by, since the machine
 * and its neighbours are as slow for the one as for the other.
 *
 * <pre>{@code
 * @Test
 * @Timeout(60)
 * void isNotMuchSlower(Service service, Reference reference) {
 *     reference.compare(service, target -> {
 *         List<String> codes = shorten(target, 50);
 *         return Load.of(i -> target.get("/" + codes.get(i % codes.size())), reply -> reply.hasStatus(302));
 *     }).isAtMost(3.0);
 * }
 * }</pre>
 *
 * <p>All its processes are stopped while it is not measured, so that a service cannot let it do the work.
 */
public final class Reference implements AutoCloseable {
    private final Service service;

    /** Made by the examiner. */
    public Reference(String host, int port, Control control) {
        this.service = new Service(host, port, control, "reference");
    }

    /**
     * Compares the service with this solution under the same load.
     *
     * @param load given one of the two, prepares it, and says what it is measured with; called once for each
     */
    public Comparison compare(Service candidate, Function<Service, Load> load) {
        return new Comparison(candidate, service, load, Measure.percentile(90));
    }

    /** Drops the connections. */
    @Override
    public void close() {
        service.close();
    }
}

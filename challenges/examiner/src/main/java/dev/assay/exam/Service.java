package dev.assay.exam;

import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * The candidate's service, as an exam calls it. A test method or a test class's constructor takes it as a parameter.
 *
 * <p>Every call is bounded: {@value #TIMEOUT_SECONDS} seconds unless {@link Call#timeout} says otherwise, and
 * {@value #MAX_BODY} bytes of body. A call that gets no usable answer fails the test with a sentence that says so. No
 * redirect is followed.
 */
public final class Service implements AutoCloseable {
    static final int TIMEOUT_SECONDS = 5;
    static final int MAX_BODY = 1 << 20;

    static {
        // A service may close an idle connection whenever it likes. Reusing only young ones, and sending again when a
        // reused one turns out to be closed, keeps that race from failing a test.
        System.setProperty("jdk.httpclient.keepalive.timeout", "2");
        System.setProperty("jdk.httpclient.enableAllMethodRetry", "true");
    }

    /** By which the runner knows it. */
    private static final String NAME = "service";

    private final String host;
    private final int port;
    private final Control control;
    private final String name;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile HttpClient client;

    /** The service at this host and port, which cannot be crashed; nothing is connected before the first call. */
    public Service(String host, int port) {
        this(host, port, Control.none());
    }

    /** Made by the examiner. */
    public Service(String host, int port, Control control) {
        this(host, port, control, NAME);
    }

    /** @param name by which the runner knows it */
    Service(String host, int port, Control control, String name) {
        this.control = control;
        this.name = name;
        this.host = host;
        this.port = port;
        this.client = client(threads);
    }

    private static HttpClient client(ExecutorService threads) {
        return HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .proxy(ProxySelector.of(null))
                .connectTimeout(Duration.ofSeconds(TIMEOUT_SECONDS))
                .executor(threads)
                .build();
    }

    public Call get(String path) {
        return call("GET", path);
    }

    public Call post(String path) {
        return call("POST", path);
    }

    public Call put(String path) {
        return call("PUT", path);
    }

    public Call patch(String path) {
        return call("PATCH", path);
    }

    public Call delete(String path) {
        return call("DELETE", path);
    }

    /**
     * A call that {@link Call#send()} makes.
     *
     * @param path begins with a slash and is percent-encoded where it must be
     */
    public Call call(String method, String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("The path of a call begins with /, but this is: " + path);
        }
        return new Call(client, method, path, URI.create("http://" + host + ":" + port + path));
    }

    /**
     * Makes {@code n} calls at the same time: each on its own thread, all released at once.
     *
     * @param call makes and sends the call with this number, from 0
     * @return the replies, in the order of their numbers
     */
    public List<Reply> concurrently(int n, IntFunction<Reply> call) {
        return Together.call(n, call);
    }

    /**
     * Makes calls without a pause from {@code callers} threads, and does something in their midst, such as
     * {@code service::crash}. It is done when as many calls have ended as there are callers, and after a pause of up to as long again
     * that is drawn anew each time, so that it meets the calls anywhere on their way; when it is over, no new calls are made. A call that gets no usable answer, or throws, does not fail the test: what matters is which were answered.
     *
     * @param call makes the call with this number, from 0; the numbers are different
     * @return the calls that were answered, by their numbers
     */
    public SortedMap<Integer, Reply> burst(int callers, IntFunction<Call> call, Runnable inTheMidst) {
        return Burst.of(callers, call, inTheMidst);
    }

    /**
     * Lets {@code n} clients work at the same time, each with connections of its own, and waits for all of them.
     *
     * <pre>{@code
     * service.clients(8, client -> {
     *     for (int i = 0; i < 50; i++) {
     *         client.post("/hits").send().hasStatus(204);
     *     }
     * });
     * }</pre>
     *
     * @param n from 1 to {@value Clients#MAX}
     * @param work of one of them, who is like this service
     */
    public void clients(int n, Consumer<Service> work) {
        try (Clients clients = Clients.of(n, () -> new Service(host, port, control, name))) {
            clients.work(work);
        }
    }

    /**
     * Lets {@code n} clients take a step again and again without a pause, each with connections of its own, and does something in
     * their midst, such as {@code service::crash}. It is done when as many steps have ended as there are clients, and after a pause as
     * in {@link #burst}; when it is over, no new steps are taken. A step that fails before that fails the test; from then on a failure is what may be expected.
     *
     * @param n from 1 to {@value Clients#MAX}
     */
    public void clients(int n, Consumer<Service> step, Runnable inTheMidst) {
        try (Clients clients = Clients.of(n, () -> new Service(host, port, control, name))) {
            clients.work(step, inTheMidst);
        }
    }

    /** A connection without HTTP on it. */
    public Connection socket() {
        return new Connection(host, port, threads);
    }

    /**
     * Crashes the service: all its processes, daemons and double forks included, end at once by SIGKILL. Its connections die, its
     * files stay. On return none of its processes lives, and {@link #start()} may start it again.
     *
     * <p>After each test the examiner starts a service that the test left crashed.
     */
    public void crash() {
        control.apply(name, Control.Action.CRASH);
    }

    /**
     * Starts the service again on the files that it had, and waits until it listens; the test fails when it does not within the
     * challenge's limit for becoming ready. Does nothing when the service runs.
     */
    public void start() {
        control.apply(name, Control.Action.START);
    }

    /** {@link #crash()} and {@link #start()} in one. */
    public void restart() {
        control.apply(name, Control.Action.RESTART);
    }

    /** Stops all its processes where they are. */
    void pause() {
        control.apply(name, Control.Action.PAUSE);
    }

    void resume() {
        control.apply(name, Control.Action.RESUME);
    }

    /** What it has used so far. */
    public Usage usage() {
        return control.usage(name);
    }

    /** What comes after this uses new connections. */
    void dropConnections() {
        HttpClient old = client;
        client = client(threads);
        old.shutdownNow();
    }

    /** Drops the connections without waiting for the service. */
    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }
}

package dev.assay.exam;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A server of somebody else's that the exam plays, such as a payment or mail provider: {@code thirdParties: [payments]} in
 * {@code challenge.yaml}. The service finds its address in the variable {@code PAYMENTS_URL}, and {@code PAYMENTS_SECRET} beside it. A
 * test method or a test class's constructor takes it as a parameter.
 *
 * <pre>{@code
 * @Test
 * void triesAgain(Service service, @Uses("payments") ThirdParty payments) {
 *     payments.on("POST", "/charges", Answer.status(500), Answer.json(201, Map.of("id", "ch_1")));
 *
 *     service.post("/orders").json(Map.of("item", "tea")).send().hasStatus(201);
 *
 *     payments.awaitRequests(2, Duration.ofSeconds(5)).getLast().field("amount").isEqualTo(250);
 * }
 * }</pre>
 *
 * <p>What it answers, and the requests that it remembers, are those of the running test: after each test both are forgotten. A
 * request that no script is for is answered with 503, and remembered. What comes the other way, such as a webhook, is a call of the
 * exam to the service; {@link Signatures} signs it.
 *
 * <p>It bounds what a service can do to it: {@value #MAX_BODY} bytes of body, {@value #MOST_AT_ONCE} requests at the same time,
 * {@value #MOST_REQUESTS} requests in a test.
 */
public final class ThirdParty implements AutoCloseable {
    static final int MAX_BODY = 1 << 20;
    static final int MOST_AT_ONCE = 64;
    static final int MOST_REQUESTS = 5_000;

    /** Bodies that are remembered, all together, in characters: the examiner's memory is small. */
    private static final long MOST_REMEMBERED = 16L << 20;

    private static final String ANYTHING_BELOW = "/*";

    static {
        // Read once by the server's class: a request that trickles, connections without end, and an answer in two
        // packets.
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("jdk.httpserver.maxConnections", Integer.toString(MOST_AT_ONCE));
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** What is of one test only. */
    private static final class Scene {
        private final Map<String, Function<Request, Answer>> scripts = new ConcurrentHashMap<>();
        private final List<Request> requests = new ArrayList<>();
        private final CountDownLatch over = new CountDownLatch(1);
        private long remembered;
        private boolean tooMany;
        private @Nullable Throwable failure;

        synchronized boolean remember(Request request) {
            remembered += request.body().length();
            tooMany |= requests.size() >= MOST_REQUESTS || remembered > MOST_REMEMBERED;
            if (!tooMany) {
                requests.add(request);
                notifyAll();
            }
            return !tooMany;
        }

        synchronized List<Request> requests(Predicate<Request> which) {
            if (tooMany) {
                throw new AssertionError("The service sent more than " + MOST_REQUESTS + " requests, or more than "
                        + (MOST_REMEMBERED >> 20) + " MiB in their bodies, in one test");
            }
            return requests.stream().filter(which).toList();
        }

        synchronized void fail(Throwable e) {
            if (failure == null) {
                failure = e;
            }
        }

        synchronized @Nullable Throwable failure() {
            return failure;
        }

        Function<Request, Answer> script(Request request) {
            Function<Request, Answer> exact = scripts.get(key(request.method(), request.path()));
            if (exact != null) {
                return exact;
            }
            for (int end = request.path().lastIndexOf('/');
                    end >= 0;
                    end = request.path().lastIndexOf('/', end - 1)) {
                Function<Request, Answer> below =
                        scripts.get(key(request.method(), request.path().substring(0, end) + ANYTHING_BELOW));
                if (below != null) {
                    return below;
                }
            }
            return _ -> Answer.text(503, "The exam expects no such request now.");
        }
    }

    private final String name;
    private final String secret;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore slots = new Semaphore(MOST_AT_ONCE);
    private volatile Scene scene = new Scene();

    /**
     * Made by the examiner; listens at once.
     *
     * @param port on the loopback, or 0 for any
     * @throws IOException when it cannot listen there
     */
    public ThirdParty(String name, int port, String secret) throws IOException {
        this.name = name;
        this.secret = secret;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** As in {@code challenge.yaml}. */
    public String name() {
        return name;
    }

    /** Its address, as the service finds it in its environment. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What only it and the service know, as the service finds it in its environment; new for each judgement. */
    public String secret() {
        return secret;
    }

    /**
     * Answers such requests with these, in turn; the last one stays. In place of what was said for them before.
     *
     * @param path without a query; one that ends with {@code /*} stands for all that begins so and has no path of its own
     */
    public void on(String method, String path, Answer first, Answer... then) {
        List<Answer> answers = new ArrayList<>(List.of(first));
        answers.addAll(List.of(then));
        AtomicInteger next = new AtomicInteger();
        on(method, path, _ -> answers.get(Math.min(next.getAndIncrement(), answers.size() - 1)));
    }

    /**
     * Answers such requests with what the script returns, which may be called by several threads at the same time. When it fails, so
     * does the test at its end, and the answer is 500.
     */
    public void on(String method, String path, Function<Request, Answer> script) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("The path of a request begins with /, but this is: " + path);
        }
        scene.scripts.put(key(method, path), script);
    }

    /** All of this test so far, in the order in which they came. */
    public List<Request> requests() {
        return scene.requests(_ -> true);
    }

    /** Those of this test so far with this method and path. */
    public List<Request> requests(String method, String path) {
        return scene.requests(such(method, path));
    }

    /** Waits until there are so many requests, and returns all that there are; fails the test when they do not come in time. */
    public List<Request> awaitRequests(int n, Duration atMost) {
        return await(n, "", _ -> true, atMost);
    }

    /** As {@link #awaitRequests(int, Duration)}, of those with this method and path. */
    public List<Request> awaitRequests(String method, String path, int n, Duration atMost) {
        return await(n, " " + method + " " + path, such(method, path), atMost);
    }

    private List<Request> await(int n, String what, Predicate<Request> which, Duration atMost) {
        Scene current = scene;
        long start = System.nanoTime();
        synchronized (current) {
            List<Request> found = current.requests(which);
            while (found.size() < n) {
                long left = atMost.toNanos() - (System.nanoTime() - start);
                if (left <= 0) {
                    throw new AssertionError(name + " → expected " + n + " requests" + what + " within "
                            + Words.seconds(atMost) + " but there were " + found.size() + heard(current));
                }
                try {
                    TimeUnit.NANOSECONDS.timedWait(current, left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new AssertionError(
                            name + " → was interrupted while it waited for requests, because the test took too long",
                            e);
                }
                found = current.requests(which);
            }
            return found;
        }
    }

    private static String heard(Scene scene) {
        List<Request> all = scene.requests(_ -> true);
        return all.isEmpty() ? "" : "; in all: " + Words.cut(all.toString(), 500);
    }

    /** The test is over. Fails when one of its scripts has failed. */
    public void forget() {
        Scene last = scene;
        scene = new Scene();
        last.over.countDown();
        switch (last.failure()) {
            case null -> {}
            case AssertionError expected -> throw expected;
            case Throwable mistake -> throw new AssertionError("A script of " + name + " failed: " + mistake, mistake);
        }
    }

    private static Predicate<Request> such(String method, String path) {
        return request -> request.method().equals(method) && request.path().equals(path);
    }

    private static String key(String method, String path) {
        return method + " " + path;
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (!slots.tryAcquire()) {
            send(exchange, Answer.text(503, "Too many requests at the same time."));
            return;
        }
        try (exchange) {
            answer(exchange);
        } finally {
            slots.release();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        Scene current = scene;
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            send(exchange, Answer.text(413, "More than " + MAX_BODY + " bytes."));
            return;
        }
        Request request = new Request(
                name, exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body);
        if (!current.remember(request)) {
            send(exchange, Answer.text(503, "Too many requests in one test."));
            return;
        }
        perform(exchange, current, scripted(current, request));
    }

    private static Answer scripted(Scene scene, Request request) {
        try {
            return scene.script(request).apply(request);
        } catch (RuntimeException | AssertionError e) {
            scene.fail(e);
            return Answer.text(500, "The exam has failed.");
        }
    }

    private static void perform(HttpExchange exchange, Scene scene, Answer answer) throws IOException {
        try {
            if (!answer.delay().isZero() && scene.over.await(answer.delay().toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
            switch (answer.course()) {
                case WHOLE, TRUNCATED -> send(exchange, answer);
                case CLOSES -> {}
                case HANGS -> scene.over.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Who closes an exchange that has not been answered closes its connection. */
    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        answer.headers().forEach(header -> exchange.getResponseHeaders().set(header.name(), header.value()));
        byte[] body = answer.body();
        boolean bodiless = body.length == 0
                || answer.status() == 204
                || answer.status() == 304
                || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : body.length);
        if (!bodiless) {
            OutputStream out = exchange.getResponseBody();
            out.write(body, 0, answer.course() == Answer.Course.TRUNCATED ? body.length / 2 : body.length);
            out.flush();
        }
        exchange.close();
    }

    /** Stops listening, and drops the connections. */
    @Override
    public void close() {
        scene.over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Override
    public String toString() {
        return name;
    }
}

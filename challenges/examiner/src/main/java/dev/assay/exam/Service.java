package dev.assay.exam;

import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

    private final String address;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;

    /** The service at this host and port; nothing is connected before the first call. */
    public Service(String host, int port) {
        this.address = "http://" + host + ":" + port;
        this.client = HttpClient.newBuilder()
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
        return new Call(client, method, path, URI.create(address + path));
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

    /** Drops the connections without waiting for the service. */
    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }
}

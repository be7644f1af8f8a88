package dev.assay.exam;

import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The candidate's program, as an exam runs it, in a challenge whose {@code form} is {@code program}. A test method or a test
 * class's constructor takes it as a parameter.
 *
 * <p>Each run is a new process that reads its standard input and writes its standard output. A run is bounded:
 * {@value #LIMIT_SECONDS} seconds unless another limit is given, {@value Run#MAX_STDOUT} bytes of standard output, after which
 * it is killed, and {@value Run#MAX_STDERR} bytes of standard error, after which the rest is thrown away. When it has ended,
 * whatever processes it left behind are killed. Files that it wrote stay for the next run.
 *
 * <pre>{@code
 * @Test
 * void adds(Program program) {
 *     program.run("3 4\n").hasOutput("7");
 * }
 * }</pre>
 */
public final class Program implements AutoCloseable {
    static final int LIMIT_SECONDS = 5;

    private static final Duration LIMIT = Duration.ofSeconds(LIMIT_SECONDS);

    /** The run is killed at its limit by who started it; this is for the way there and back, on a busy machine. */
    private static final Duration DELIVERY = Duration.ofSeconds(5);

    private final URI address;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;

    /** The program whose runs are asked for at this host and port; nothing is connected before the first run. */
    public Program(String host, int port) {
        this.address = URI.create("http://" + host + ":" + port + "/run");
        this.client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .proxy(ProxySelector.of(null))
                .connectTimeout(DELIVERY)
                .executor(threads)
                .build();
    }

    /** Runs it with this text, as UTF-8, on its standard input, and waits for its end. */
    public Run run(String stdin) {
        return run(stdin, LIMIT);
    }

    /** @param limit wall time after which the run is killed, which {@link Run} then tells */
    public Run run(String stdin, Duration limit) {
        return run(stdin.getBytes(StandardCharsets.UTF_8), limit);
    }

    /** Runs it with these bytes on its standard input, and waits for its end. */
    public Run run(byte[] stdin) {
        return run(stdin, LIMIT);
    }

    /** @param limit wall time after which the run is killed, which {@link Run} then tells */
    public Run run(byte[] stdin, Duration limit) {
        if (limit.toMillis() < 1) {
            throw new IllegalArgumentException("The limit of a run is at least a millisecond, not " + limit);
        }
        Duration patience = limit.plus(DELIVERY);
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(
                HttpRequest.newBuilder(address)
                        .header("Assay-Limit-Millis", Long.toString(limit.toMillis()))
                        .POST(BodyPublishers.ofByteArray(stdin))
                        .build(),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), Run.MAX_STDOUT + Run.MAX_STDERR));
        String input = Run.named(stdin);
        try {
            return Run.of(input, limit, exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw new AssertionError(input + " → nothing was heard of the run within " + Words.seconds(patience), e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String what = cause instanceof ConnectException
                    ? "the program cannot be started any more; has it killed more than itself?"
                    : "the run was broken off; has it killed more than itself?";
            throw new AssertionError(input + " → " + what, cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(input + " → was interrupted, because the test took too long", e);
        } finally {
            exchange.cancel(true);
        }
    }

    /** Ends what still runs. */
    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }
}

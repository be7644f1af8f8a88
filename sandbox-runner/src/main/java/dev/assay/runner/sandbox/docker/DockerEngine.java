package dev.assay.runner.sandbox.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.httpclient5.ApacheDockerHttpClient;
import dev.assay.runner.sandbox.SandboxFault;
import dev.assay.runner.threads.Threads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine, with every call bounded in time and every failure told as a fault of ours. The transport cannot time out on a
 * Unix socket, so calls run on threads that can be given up.
 */
public final class DockerEngine implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DockerEngine.class);

    static final Duration CALL = Duration.ofSeconds(60);
    static final Duration REMOVAL = Duration.ofSeconds(20);
    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** An engine that is down is known at once; this is for one that hangs, and must bear a busy machine. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private static final int CONNECTIONS = 1024;

    /**
     * The client's threads that carry streams are of the group of the thread that began the stream. They end with an exception
     * when the engine dies, and would show it to the user; who listens to the stream is told anyway.
     */
    private static final ThreadGroup STREAMS = new ThreadGroup("docker-streams") {
        @Override
        public void uncaughtException(Thread thread, Throwable failure) {
            log.debug("The stream of {} ended", thread.getName(), failure);
        }
    };

    private final String host;
    private final ExecutorService calls = Threads.perTask();
    private final ExecutorService streams = Executors.newThreadPerTaskExecutor(task -> new Thread(STREAMS, task));
    private @Nullable DockerClient client;

    public DockerEngine(String host) {
        this.host = host;
    }

    /** Why the engine cannot be used, in a sentence with the remedy; empty when it answers. */
    public Optional<String> unavailableBecause() {
        try {
            // Loading the client takes seconds on a busy machine, for which the engine is not to blame.
            call("loading the client", docker -> true);
            call("answering", ANSWER, docker -> docker.pingCmd().exec());
            return Optional.empty();
        } catch (SandboxFault fault) {
            return Optional.of(fault.explanation());
        }
    }

    /** How many processors containers may run on. */
    public int processors() {
        Integer count =
                call("telling about itself", docker -> docker.infoCmd().exec().getNCPU());
        return count == null ? 1 : count;
    }

    <T extends @Nullable Object> T call(String doing, Function<DockerClient, T> work) {
        return call(doing, CALL, work);
    }

    /** Returns when the container is gone. An engine that hangs is not waited for as long as elsewhere. */
    void remove(String container) {
        call("removing a container", REMOVAL, docker -> {
            try {
                return docker.removeContainerCmd(container)
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec();
            } catch (NotFoundException gone) {
                return null;
            }
        });
    }

    /** Does the work for each side by side; waits for all, also when one fails. */
    <T, R> List<R> forEach(Collection<T> all, Function<T, R> work) {
        List<Future<R>> started =
                all.stream().map(one -> submit(calls, () -> work.apply(one))).toList();
        List<R> done = new ArrayList<>();
        @Nullable SandboxFault first = null;
        for (Future<R> one : started) {
            try {
                done.add(one.get());
            } catch (ExecutionException e) {
                first = first == null ? fault("a call", e.getCause() == null ? e : e.getCause()) : first;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                first = first == null ? SandboxFault.stopped(e) : first;
            }
        }
        if (first != null) {
            throw first;
        }
        return done;
    }

    <T extends @Nullable Object> T call(String doing, Duration limit, Function<DockerClient, T> work) {
        return call(calls, doing, limit, work);
    }

    /** For work that begins a stream. */
    <T extends @Nullable Object> T stream(String doing, Function<DockerClient, T> work) {
        return call(streams, doing, CALL, work);
    }

    private <T extends @Nullable Object> T call(
            ExecutorService threads, String doing, Duration limit, Function<DockerClient, T> work) {
        DockerClient docker = client();
        Future<T> answer = submit(threads, () -> work.apply(docker));
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new SandboxFault(
                    "Docker at " + host + " does not answer within " + limit.toSeconds() + " s (" + doing
                            + "): restart it, for example with: sudo systemctl restart docker",
                    e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw SandboxFault.stopped(e);
        } catch (ExecutionException e) {
            throw fault(doing, e.getCause() == null ? e : e.getCause());
        }
    }

    private static <T extends @Nullable Object> Future<T> submit(ExecutorService threads, Callable<T> work) {
        try {
            return threads.submit(work);
        } catch (RejectedExecutionException closed) {
            throw SandboxFault.stopped(closed);
        }
    }

    SandboxFault fault(String doing, Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof SandboxFault fault) {
                return fault;
            }
            if (t instanceof AccessDeniedException || mentions(t, "Permission denied")) {
                return new SandboxFault(
                        SandboxFault.Kind.SETTING,
                        "Docker at " + host + " may not be used by this user: add the user to the group docker, "
                                + "sign in again, and start Assay again",
                        cause);
            }
            if (saysThatTheDiskIsFull(String.valueOf(t.getMessage()))) {
                return diskFull(doing, cause);
            }
            if (mentions(t, "Unknown runtime") || mentions(t, "unknown or invalid runtime")) {
                return new SandboxFault(
                        SandboxFault.Kind.SETTING, "Docker refused " + doing + ": " + oneLine(t.getMessage()), cause);
            }
            if (t instanceof DockerException) {
                return new SandboxFault("Docker refused " + doing + ": " + oneLine(t.getMessage()), cause);
            }
        }
        if (cause instanceof NoSuchFileException || rootOf(cause) instanceof IOException) {
            return new SandboxFault(
                    "Docker does not answer at " + host
                            + ": start it, for example with: sudo systemctl start docker (or ./assay doctor for more)",
                    cause);
        }
        return new SandboxFault("Docker failed at " + doing + ": " + oneLine(cause.toString()), cause);
    }

    static boolean saysThatTheDiskIsFull(String text) {
        return text.toLowerCase(Locale.ROOT).contains("no space left on device");
    }

    SandboxFault diskFull(String doing, @Nullable Throwable cause) {
        return new SandboxFault(
                "The disk of Docker at " + host + " is full (" + doing
                        + "): free some space; \"docker system df\" shows what takes it",
                cause);
    }

    private static boolean mentions(Throwable t, String words) {
        return t.getMessage() != null && t.getMessage().contains(words);
    }

    private static Throwable rootOf(Throwable t) {
        Throwable root = t;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    static String oneLine(@Nullable String message) {
        String text = message == null ? "no reason given" : message.strip().replaceAll("\\s+", " ");
        return text.length() > 500 ? text.substring(0, 500) + "…" : text;
    }

    private synchronized DockerClient client() {
        if (client == null) {
            var config = DefaultDockerClientConfig.createDefaultConfigBuilder()
                    .withDockerHost(host)
                    .build();
            var transport = new ApacheDockerHttpClient.Builder()
                    .dockerHost(URI.create(host))
                    .sslConfig(config.getSSLConfig())
                    .maxConnections(CONNECTIONS)
                    .connectionTimeout(CONNECT)
                    .build();
            client = DockerClientImpl.getInstance(config, transport);
        }
        return client;
    }

    @Override
    public void close() {
        calls.shutdownNow();
        streams.shutdownNow();
        synchronized (this) {
            if (client != null) {
                try {
                    client.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}

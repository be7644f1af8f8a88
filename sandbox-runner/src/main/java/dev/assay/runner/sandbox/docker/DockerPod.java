package dev.assay.runner.sandbox.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.UpdateContainerCmd;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import dev.assay.runner.sandbox.CpuSet;
import dev.assay.runner.sandbox.Outcome;
import dev.assay.runner.sandbox.Pod;
import dev.assay.runner.sandbox.PodListener;
import dev.assay.runner.sandbox.SandboxFault;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class DockerPod implements Pod {

    private static final Logger log = LoggerFactory.getLogger(DockerPod.class);
    private static final int ATTACH_SECONDS = 20;
    private static final int STOP_SECONDS = 20;

    private final DockerEngine engine;
    private final PodListener listener;
    private final Map<String, Attached> containers = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CountDownLatch gone = new CountDownLatch(1);
    private Runnable afterwards = () -> {};
    private volatile boolean left;

    DockerPod(DockerEngine engine, PodListener listener) {
        this.engine = engine;
        this.listener = listener;
    }

    void whenClosed(Runnable action) {
        afterwards = action;
    }

    void attach(String name, String id) {
        Attached attached = new Attached(name, id);
        containers.put(name, attached);
        engine.stream(
                "attaching to a container",
                docker -> docker.attachContainerCmd(id)
                        .withStdIn(attached.input)
                        .withStdOut(true)
                        .withStdErr(true)
                        .withFollowStream(true)
                        .exec(attached));
        attached.awaitAttached();
    }

    void start(String name) {
        String id = container(name).id;
        engine.call(
                "starting a container", docker -> docker.startContainerCmd(id).exec());
    }

    @Override
    public void send(String container, byte[] bytes) {
        container(container).input.send(bytes);
    }

    @Override
    public boolean promote(CpuSet cpus) {
        return engine.forEach(containers.values(), container -> promote(container, cpus)).stream()
                .allMatch(promoted -> promoted);
    }

    private boolean promote(Attached container, CpuSet cpus) {
        return engine.call("giving a container its processors", docker -> {
            UpdateContainerCmd update = docker.updateContainerCmd(container.id).withCpuShares(Hardening.FULL_SHARE);
            try {
                (cpus.processors().isEmpty() ? update : update.withCpusetCpus(cpus.list())).exec();
                return true;
            } catch (DockerException refused) {
                log.debug("The container {} was not changed: {}", container.id, refused.getMessage());
                return false;
            }
        });
    }

    @Override
    public Outcome stop(String container) {
        String id = container(container).id;
        return engine.call("stopping a container", docker -> {
            try {
                docker.killContainerCmd(id).exec();
            } catch (ConflictException | NotFoundException ended) {
                log.debug("The container {} had ended before it was stopped", id);
            }
            docker.waitContainerCmd(id)
                    .exec(new WaitContainerResultCallback())
                    .awaitStatusCode(STOP_SECONDS, TimeUnit.SECONDS);
            return outcome(docker.inspectContainerCmd(id).exec().getState());
        });
    }

    private static Outcome outcome(InspectContainerResponse.ContainerState state) {
        if (Boolean.TRUE.equals(state.getOOMKilled())) {
            return new Outcome.OutOfMemory();
        }
        Long status = state.getExitCodeLong();
        return Outcome.ofStatus(status == null ? 0 : status.intValue());
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            awaitGone();
            return;
        }
        try {
            // Ends what runs in it at once; the engine takes its time.
            containers.values().forEach(container -> container.input.close());
            var _ = engine.forEach(containers.values(), this::removed);
        } catch (SandboxFault stopped) {
            left = true;
        } finally {
            afterwards.run();
            gone.countDown();
        }
    }

    private void awaitGone() {
        try {
            gone.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean removed(Attached container) {
        try {
            engine.remove(container.id);
            return true;
        } catch (SandboxFault fault) {
            left = true;
            log.warn("The container {} is not removed yet: {}", container.id, fault.getMessage());
            return false;
        } finally {
            container.detach();
        }
    }

    /** Whether a container of it may still be there after it was closed. */
    boolean leftSomething() {
        return left;
    }

    private Attached container(String name) {
        Attached container = containers.get(name);
        if (container == null) {
            throw new IllegalArgumentException("The pod has no container " + name);
        }
        return container;
    }

    /** One container's streams. */
    private final class Attached extends ResultCallback.Adapter<Frame> {

        private final String name;
        private final String id;
        private final QueuedInput input = new QueuedInput();
        private final CountDownLatch attached = new CountDownLatch(1);
        private final AtomicBoolean told = new AtomicBoolean();
        private volatile @Nullable Throwable failure;

        Attached(String name, String id) {
            this.name = name;
            this.id = id;
        }

        void awaitAttached() {
            try {
                if (!attached.await(ATTACH_SECONDS, TimeUnit.SECONDS)) {
                    throw new SandboxFault("Docker did not attach to a container within " + ATTACH_SECONDS
                            + " s: restart Docker, and ask ./assay doctor if it happens again");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw SandboxFault.stopped(e);
            }
            Throwable cause = failure;
            if (cause != null) {
                throw engine.fault("attaching to a container", cause);
            }
        }

        void detach() {
            input.close();
            try {
                close();
            } catch (IOException e) {
                log.debug("Detaching from {} failed", id, e);
            }
        }

        @Override
        public void onStart(Closeable stream) {
            super.onStart(stream);
            attached.countDown();
        }

        @Override
        public void onNext(Frame frame) {
            if (frame.getStreamType() == StreamType.STDERR) {
                // A copy: the library fills a full buffer anew while the receiver still holds it.
                listener.standardError(name, frame.getPayload().clone());
            } else {
                listener.standardOutput(name, frame.getPayload());
            }
        }

        @Override
        public void onError(Throwable e) {
            failure = e;
            attached.countDown();
            tellClosed();
            super.onError(e);
        }

        @Override
        public void onComplete() {
            tellClosed();
            super.onComplete();
        }

        private void tellClosed() {
            if (told.compareAndSet(false, true)) {
                input.close();
                listener.closed(name);
            }
        }
    }
}

package dev.assay.runner.sandbox.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.BadRequestException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.assay.runner.sandbox.ContainerSpec;
import dev.assay.runner.sandbox.CpuSet;
import dev.assay.runner.sandbox.Gvisor;
import dev.assay.runner.sandbox.Pod;
import dev.assay.runner.sandbox.PodListener;
import dev.assay.runner.sandbox.PodSpec;
import dev.assay.runner.sandbox.Pods;
import dev.assay.runner.sandbox.SandboxFault;
import dev.assay.runner.threads.Threads;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pods on a Docker engine. The containers are created side by side; the owner of the network starts first. Each is attached
 * before it starts, so nothing it prints is lost, and its stdin closes when this process dies, which ends it.
 */
public final class DockerPods implements Pods, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DockerPods.class);

    private static final String RUNC = "runc";
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final Duration PERIOD = Duration.ofMinutes(5);

    static final String POD = "dev.assay.pod";
    static final String OWNER = "dev.assay.owner";
    static final String JUDGEMENT = "dev.assay.judgement";

    private final DockerEngine engine;
    private final String runtime;
    private final Hardening owners;
    private final Hardening members;
    private final Owner owner = Owner.self();
    private final Reaper reaper;
    private final UnaryOperator<CreateContainerCmd> change;
    private final Sweeping sweeping;
    private final Map<String, DockerPod> open = new ConcurrentHashMap<>();
    private final ExecutorService threads = Threads.perTask();
    private boolean used;
    private volatile boolean runtimeChecked;
    private volatile boolean pinned = true;
    private volatile boolean closed;

    public DockerPods(DockerEngine engine, String runtime, Clock clock) {
        this(engine, runtime, clock, creation -> creation);
    }

    /** @param change made to every container; with it, tests take a defence away and see what it is good for */
    DockerPods(DockerEngine engine, String runtime, Clock clock, UnaryOperator<CreateContainerCmd> change) {
        this.engine = engine;
        this.change = change;
        this.runtime = runtime;
        this.members = new Hardening(runtime);
        this.owners = Gvisor.is(runtime) ? new Hardening(RUNC) : members;
        this.reaper = new Reaper(engine, clock, owner, open::containsKey);
        this.sweeping = new Sweeping(reaper::reap, FIRST_WAIT, LONGEST_WAIT, PERIOD);
    }

    /** The value of the label {@code dev.assay.owner} on all containers of these pods. */
    public String ownerLabel() {
        return owner.label();
    }

    @Override
    public Pod start(PodSpec spec, PodListener listener) {
        sweepFirst();
        checkRuntime();
        String id = UUID.randomUUID().toString();
        DockerPod pod = new DockerPod(engine, listener);
        open.put(id, pod);
        pod.whenClosed(() -> {
            open.remove(id);
            if (pod.leftSomething()) {
                sweeping.request();
            }
        });
        try {
            start(spec, id, pod);
            if (closed) {
                throw SandboxFault.stopped(null);
            }
            return pod;
        } catch (RuntimeException e) {
            pod.close();
            // The engine may yet make a container that was asked for before the fault.
            sweeping.request();
            throw e;
        }
    }

    private void start(PodSpec spec, String id, DockerPod pod) {
        List<Callable<Boolean>> creations = new ArrayList<>();
        creations.add(() -> create(spec, spec.owner(), id, owners, "none", pod));
        for (ContainerSpec member : spec.members()) {
            creations.add(() -> create(spec, member, id, members, "container:" + nameOf(id, spec.owner()), pod));
        }
        all(creations);
        pod.start(spec.owner().name());
        all(spec.members().stream()
                .map(member -> (Callable<Boolean>) () -> {
                    pod.start(member.name());
                    return true;
                })
                .toList());
    }

    private boolean create(
            PodSpec spec, ContainerSpec container, String id, Hardening hardening, String network, DockerPod pod) {
        String containerId;
        try {
            containerId = created(spec, container, id, hardening, network);
        } catch (SandboxFault fault) {
            if (!pinned || !(fault.getCause() instanceof BadRequestException refused) || !isAboutProcessors(refused)) {
                throw fault;
            }
            log.warn(
                    "The engine may not use the processors that it should have, so the slots share all of them: {}",
                    refused.getMessage());
            pinned = false;
            containerId = created(spec, container, id, hardening, network);
        }
        pod.attach(container.name(), containerId);
        return true;
    }

    /** The engine's processors are numbered from 0, but not when the engine itself was given only some of its machine's. */
    private static boolean isAboutProcessors(BadRequestException refused) {
        return String.valueOf(refused.getMessage()).contains("Requested CPUs are not available");
    }

    private String created(PodSpec spec, ContainerSpec container, String id, Hardening hardening, String network) {
        return engine.call("creating a container of " + container.image(), docker -> {
            try {
                CreateContainerCmd creation = docker.createContainerCmd(container.image())
                        .withName(nameOf(id, container))
                        .withUser(hardening.user(container))
                        .withEnv(hardening.environment(container))
                        // An engine that restarts waits ten seconds for each that does not heed its signal.
                        .withStopSignal("SIGKILL")
                        .withStdinOpen(true)
                        .withStdInOnce(true)
                        .withAttachStdin(true)
                        .withAttachStdout(true)
                        .withAttachStderr(true)
                        .withLabels(Map.of(POD, id, OWNER, owner.label(), JUDGEMENT, spec.judgement()))
                        .withHostConfig(
                                hardening.of(container, pinned ? spec.cpus() : CpuSet.ANY, spec.priority(), network));
                return change.apply(creation).exec().getId();
            } catch (NotFoundException e) {
                throw new SandboxFault("The image " + container.image() + " is gone; judging again builds it anew", e);
            }
        });
    }

    private static String nameOf(String pod, ContainerSpec container) {
        return "assay-" + pod + "-" + container.name();
    }

    /** Waits for all, also when one fails: a container created late would otherwise be left behind. */
    private void all(List<Callable<Boolean>> work) {
        List<Future<Boolean>> started = work.stream().map(threads::submit).toList();
        SandboxFault first = null;
        for (Future<Boolean> one : started) {
            try {
                one.get();
            } catch (ExecutionException e) {
                first = first == null ? engine.fault("starting a pod", e) : first;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                first = first == null ? SandboxFault.stopped(e) : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** What would otherwise look like a service that does not listen is a fault of ours. */
    private void checkRuntime() {
        if (runtimeChecked) {
            return;
        }
        boolean apart = Gvisor.is(runtime)
                && engine.call(
                                "telling about its runtimes",
                                docker -> DockerEngineFacts.runtimes(
                                        docker.infoCmd().exec()))
                        .getOrDefault(runtime, Optional.empty())
                        .filter(arguments -> !Gvisor.sharesNetwork(arguments))
                        .isPresent();
        if (apart) {
            throw new SandboxFault(
                    SandboxFault.Kind.SETTING,
                    "The runtime " + runtime + " is registered without " + Gvisor.SHARED_NETWORK
                            + ", so the containers of a pod cannot reach each other: write " + Gvisor.REGISTRATION
                            + " into /etc/docker/daemon.json and run: sudo systemctl reload docker");
        }
        runtimeChecked = true;
    }

    private synchronized void sweepFirst() {
        if (closed) {
            throw SandboxFault.stopped(null);
        }
        if (!used) {
            used = true;
            sweeping.request();
        }
    }

    /** Removes all pods; judgements under way end with a fault of ours. */
    @Override
    public void close() {
        boolean mayLeave;
        synchronized (this) {
            closed = true;
            mayLeave = used;
        }
        sweeping.close();
        List<DockerPod> pods = List.copyOf(open.values());
        List<Future<?>> closing = new ArrayList<>();
        for (DockerPod pod : pods) {
            closing.add(threads.submit(pod::close));
        }
        try {
            for (Future<?> one : closing) {
                one.get();
            }
            // An engine that did not remove them would not list them either, and might take its time for that.
            if (pods.stream().anyMatch(DockerPod::leftSomething) || (mayLeave && !reaper.reap())) {
                log.warn("Containers may be left; another runner removes them");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            log.warn("Containers may be left; another runner removes them: {}", e.getMessage());
        }
        threads.shutdown();
    }
}

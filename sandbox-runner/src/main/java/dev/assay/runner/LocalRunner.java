package dev.assay.runner;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Existing;
import dev.assay.challenge.PackageReader;
import dev.assay.runner.dispatch.CircuitBreaker;
import dev.assay.runner.dispatch.InProcessJudgeQueue;
import dev.assay.runner.dispatch.JudgeQueue;
import dev.assay.runner.environment.DependencyServer;
import dev.assay.runner.environment.DependencyServers;
import dev.assay.runner.environment.Environment;
import dev.assay.runner.environment.Environments;
import dev.assay.runner.environment.EnvironmentsPage;
import dev.assay.runner.environment.Images;
import dev.assay.runner.environment.Installed;
import dev.assay.runner.environment.InstalledVersions;
import dev.assay.runner.judging.ColdPods;
import dev.assay.runner.judging.Exams;
import dev.assay.runner.judging.Judge;
import dev.assay.runner.judging.PodJudge;
import dev.assay.runner.judging.PodSource;
import dev.assay.runner.judging.Removals;
import dev.assay.runner.judging.RetryingJudge;
import dev.assay.runner.judging.WarmPods;
import dev.assay.runner.sandbox.Lanes;
import dev.assay.runner.sandbox.docker.DockerEngine;
import dev.assay.runner.sandbox.docker.DockerImages;
import dev.assay.runner.sandbox.docker.DockerPods;
import dev.assay.runner.threads.Threads;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** A runner inside this process. Starting it touches nothing: the engine is asked when there is work. */
public final class LocalRunner implements AutoCloseable {

    private final Environments environments = Environments.shipped();
    private final ExecutorService threads = Threads.perTask();
    private final DockerEngine engine;
    private final Images images;
    private final DockerPods pods;
    private final Optional<WarmPods> warmPods;
    private final PodJudge podJudge;
    private final RetryingJudge judge;
    private final InProcessJudgeQueue queue;

    private LocalRunner(RunnerSettings settings, FaultTolerance tolerance) {
        engine = new DockerEngine(settings.dockerHost());
        images = new Images(new DockerImages(engine));
        pods = new DockerPods(engine, settings.runtime(), Clock.systemUTC());
        Lanes lanes = new Lanes(settings.slots(), engine::processors);
        warmPods = settings.warmMemoryMiB() == 0
                ? Optional.empty()
                : Optional.of(new WarmPods(pods, lanes, settings.warmMemoryMiB(), settings.slots(), threads));
        podJudge = new PodJudge(
                environments,
                images,
                warmPods.<PodSource>map(warm -> warm).orElseGet(() -> new ColdPods(pods)),
                new Exams(pods, settings.cache(), threads),
                lanes,
                settings.bounds(),
                new Removals(threads, 2 * settings.slots()));
        judge = new RetryingJudge(podJudge, tolerance.tries(), tolerance.firstWait(), RandomGenerator.getDefault());
        queue = new InProcessJudgeQueue(
                judge,
                settings.slots(),
                settings.queueCapacity(),
                new CircuitBreaker(
                        tolerance.faultsInARow(), tolerance.coolDown(), tolerance.longestCoolDown(), Clock.systemUTC()),
                engine::unavailableBecause);
    }

    public static LocalRunner start(RunnerSettings settings) {
        return start(settings, FaultTolerance.DEFAULT);
    }

    static LocalRunner start(RunnerSettings settings, FaultTolerance tolerance) {
        return new LocalRunner(settings, tolerance);
    }

    /** Judges on the calling thread, outside the queue; a fault of ours is tried again. */
    public Judge judge() {
        return judge;
    }

    public JudgeQueue queue() {
        return queue;
    }

    /** The languages that a challenge may offer, in alphabetical order. */
    public static List<String> environments() {
        return Environments.shipped().names();
    }

    /** The servers that a challenge may have run beside a submission, in alphabetical order. */
    public static List<String> dependencies() {
        return DependencyServers.shipped().names();
    }

    /** Reads packages that may use all that this runner has. */
    public static PackageReader packages() {
        return new PackageReader(new Existing(
                new TreeSet<>(environments()),
                new TreeSet<>(dependencies()),
                new TreeSet<>(Environments.shipped().validatorLanguages())));
    }

    /**
     * Why nothing can be judged now, in a sentence with the remedy; empty when the engine is ready and what the queue takes
     * would be judged. Answers within seconds.
     */
    public Optional<String> unavailableBecause() {
        return pausedBecause().or(engine::unavailableBecause);
    }

    /** Why the queue holds back what waits, in a sentence; empty when it does not. Answers at once. */
    public Optional<String> pausedBecause() {
        return queue.pausedBecause();
    }

    /** Builds the images that judging in this environment needs and that are not there yet. */
    public void prepare(String environment, Consumer<String> progress) {
        images.examiner(progress);
        images.environment(environments.named(environment), progress);
    }

    /**
     * Has all made ready for a judgement of this challenge in this environment. Returns at once; what is returned is done, and
     * never fails, when the images are there and a pod is being made.
     */
    public CompletableFuture<Void> expect(Challenge challenge, String environment) {
        try {
            return CompletableFuture.runAsync(() -> podJudge.expect(challenge, environment), threads);
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Waits until the warm pods that are wanted now are ready; false when that takes longer. */
    public boolean awaitWarmPods(Duration atMost) throws InterruptedException {
        return warmPods.isEmpty() || warmPods.get().awaitComplete(atMost);
    }

    /** What is in the environments and dependencies, in Markdown, by asking their images; builds those that are not there yet. */
    public String environmentsPage(Consumer<String> progress) {
        InstalledVersions versions = new InstalledVersions(pods);
        Map<String, List<Installed>> installed = new HashMap<>();
        List<Environment> all =
                environments.names().stream().map(environments::named).toList();
        for (Environment environment : all) {
            String image = images.environment(environment, progress);
            installed.put(environment.name(), versions.in(environment.name(), image, environment.versions()));
        }
        DependencyServers servers = DependencyServers.shipped();
        List<DependencyServer> beside =
                servers.names().stream().map(servers::named).toList();
        for (DependencyServer server : beside) {
            String image = images.dependency(server, servers, progress);
            installed.put(server.name(), versions.in(server.name(), image, server.versions()));
        }
        return EnvironmentsPage.of(all, beside, installed);
    }

    /** The value of the label {@code dev.assay.owner} on all of this runner's containers. */
    public String ownerLabel() {
        return pods.ownerLabel();
    }

    /** Stops the judgements under way and removes this runner's containers. */
    @Override
    public void close() {
        queue.close();
        judge.close();
        warmPods.ifPresent(WarmPods::close);
        pods.close();
        threads.shutdown();
        engine.close();
    }
}

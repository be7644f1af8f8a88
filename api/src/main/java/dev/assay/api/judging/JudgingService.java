package dev.assay.api.judging;

import dev.assay.api.settings.AssaySettings;
import dev.assay.challenge.Challenge;
import dev.assay.challenge.PackageReader;
import dev.assay.runner.LocalRunner;
import dev.assay.runner.RunnerSettings;
import dev.assay.runner.dispatch.JudgeQueue;
import dev.assay.runner.judging.Bounds;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The runner inside this process. The API runs without it, and without Docker: submissions then wait. */
@Component
public class JudgingService implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(JudgingService.class);
    private static final Duration STATUS_LIFETIME = Duration.ofSeconds(5);
    private static final Duration STATUS_PATIENCE = Duration.ofSeconds(10);

    private final @Nullable LocalRunner runner;

    /** Everybody may ask, so the engine is asked no more often than every few seconds. */
    private final Mono<Optional<String>> unavailable;

    JudgingService(AssaySettings settings) {
        runner = settings.runner().enabled() ? LocalRunner.start(runnerSettings(settings)) : null;
        unavailable = Mono.fromCallable(this::askEngine)
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(STATUS_PATIENCE)
                .onErrorResume(fault -> {
                    log.warn("The engine could not be asked", fault);
                    return Mono.just(
                            Optional.of("Docker does not answer. See that the Docker engine runs (./assay doctor)."));
                })
                .cache(STATUS_LIFETIME);
    }

    /** Reads packages that may use all that a runner has. */
    public static PackageReader packages() {
        return LocalRunner.packages();
    }

    /** Where submissions go; refuses all of them while no runner is enabled. */
    public JudgeQueue queue() {
        return runner == null ? (request, listener) -> false : runner.queue();
    }

    /** Says that a submission will come, so that all is ready for it. Returns at once. */
    public void expect(Challenge challenge, String environment) {
        if (runner != null) {
            var _ = runner.expect(challenge, environment);
        }
    }

    /** Empty when submissions can be judged now; else one sentence with the remedy. */
    public Mono<String> unavailableBecause() {
        return Mono.defer(() -> Mono.justOrEmpty(pausedBecause()))
                .switchIfEmpty(unavailable.flatMap(Mono::justOrEmpty));
    }

    @Override
    public void destroy() {
        if (runner != null) {
            runner.close();
        }
    }

    String version() {
        return Objects.requireNonNullElse(JudgingService.class.getPackage().getImplementationVersion(), "development");
    }

    /** Never an old answer: whether a fault is charged to the runner or to the submission depends on it. */
    private Optional<String> pausedBecause() {
        return runner == null ? Optional.empty() : runner.pausedBecause();
    }

    private Optional<String> askEngine() {
        return runner == null
                ? Optional.of("Judging is switched off in this process. Set ASSAY_RUNNER_ENABLED=true to switch it on.")
                : runner.unavailableBecause();
    }

    private static RunnerSettings runnerSettings(AssaySettings settings) {
        AssaySettings.Runner wanted = settings.runner();
        RunnerSettings defaults = RunnerSettings.defaults();
        return new RunnerSettings(
                Objects.requireNonNullElse(wanted.dockerHost(), defaults.dockerHost()),
                Objects.requireNonNullElse(wanted.runtime(), defaults.runtime()),
                Objects.requireNonNullElse(wanted.slots(), defaults.slots()),
                defaults.queueCapacity(),
                Objects.requireNonNullElse(wanted.cache(), defaults.cache()),
                Objects.requireNonNullElseGet(wanted.warmMemoryMib(), RunnerSettings::usualWarmMemoryMiB),
                bounds(wanted.bounds()));
    }

    private static Bounds bounds(AssaySettings.Bounds wanted) {
        Map<Bounds.Key, Integer> most = new EnumMap<>(Bounds.Key.class);
        for (Bounds.Key key : Bounds.Key.values()) {
            Integer value = switch (key) {
                case BUILD_SECONDS -> wanted.buildSeconds();
                case READY_SECONDS -> wanted.readySeconds();
                case EXAM_SECONDS -> wanted.examSeconds();
                case BUILD_CPU_SECONDS -> wanted.buildCpuSeconds();
                case CPU_SECONDS -> wanted.cpuSeconds();
                case MEMORY_MIB -> wanted.memoryMib();
                case FILES_MIB -> wanted.filesMib();
                case PROCESSES -> wanted.processes();
                case OUTPUT_KIB -> wanted.outputKib();
            };
            if (value != null) {
                most.put(key, value);
            }
        }
        return new Bounds(most);
    }
}

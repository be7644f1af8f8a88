package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.SourceFiles;
import dev.assay.runner.judging.JudgeEvent;
import dev.assay.runner.judging.JudgeRequest;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.sandbox.docker.Containers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A runner on the machine's engine. Without an engine the tests fail and say what to do; after each, no container is left. */
final class RealEngine implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    /** One try only: another would hide what went wrong with the first. */
    private static final FaultTolerance NONE =
            new FaultTolerance(1, Duration.ZERO, Integer.MAX_VALUE, Duration.ZERO, Duration.ZERO);

    private final LocalRunner runner;
    private final Containers containers = new Containers();
    private final List<JudgeEvent> events = new ArrayList<>();

    RealEngine() {
        runner = LocalRunner.start(settings(), NONE);
    }

    static RunnerSettings settings() {
        RunnerSettings defaults = RunnerSettings.defaults();
        return new RunnerSettings(
                defaults.dockerHost(),
                defaults.runtime(),
                1,
                10,
                Path.of("target", "cache").toAbsolutePath());
    }

    LocalRunner runner() {
        return runner;
    }

    /** Of the last judgement. */
    List<JudgeEvent> events() {
        return events;
    }

    Judgement judge(Challenge challenge, String environment, Map<String, String> files, Scope scope) {
        events.clear();
        return runner.judge()
                .judge(new JudgeRequest("test", challenge, environment, SourceFiles.of(files), scope), events::add);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        assertThat(runner.unavailableBecause())
                .as("these tests need a Docker engine; nothing was tested")
                .isEmpty();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        containers.awaitNoneOf(runner.ownerLabel());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        runner.close();
        containers.close();
    }
}

package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.SourceFiles;
import dev.assay.runner.judging.JudgeEvent;
import dev.assay.runner.judging.JudgeRequest;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.Verdict;
import dev.assay.runner.sandbox.SandboxFault;
import dev.assay.runner.sandbox.docker.Containers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults that are not the submission's. */
class FaultsIT {

    @RegisterExtension
    static final RealEngine engine = new RealEngine();

    @Test
    @Timeout(10)
    void saysWhatToDoWhenTheEngineIsDown() {
        RunnerSettings settings =
                new RunnerSettings("unix:///nonexistent/docker.sock", "runc", 1, 1, Path.of("target", "cache"));
        FaultTolerance tolerance =
                new FaultTolerance(3, Duration.ofMillis(10), 3, Duration.ofMinutes(1), Duration.ofMinutes(1));
        try (LocalRunner runner = LocalRunner.start(settings, tolerance)) {
            List<JudgeEvent> events = new ArrayList<>();
            assertThat(runner.unavailableBecause())
                    .hasValueSatisfying(reason -> assertThat(reason)
                            .contains("unix:///nonexistent/docker.sock")
                            .contains("systemctl start docker"));

            Judgement judgement = runner.judge()
                    .judge(
                            new JudgeRequest(
                                    "down", Sums.challenge(), "node", SourceFiles.of(Map.of("main.js", "")), Scope.ALL),
                            events::add);

            assertThat(judgement.verdict()).isEqualTo(Verdict.JUDGE_ERROR);
            assertThat(judgement.explanation()).contains("systemctl start docker");
            assertThat(events.stream().filter(JudgeEvent.Retrying.class::isInstance))
                    .hasSize(2);
        }
    }

    @Test
    void namesTheRuntimeThatTheEngineLacks() {
        RunnerSettings settings = new RunnerSettings(
                RunnerSettings.defaults().dockerHost(), "no-such-runtime", 1, 1, Path.of("target", "cache"));
        try (LocalRunner runner = LocalRunner.start(settings)) {
            Judgement judgement = runner.judge()
                    .judge(
                            new JudgeRequest(
                                    "runtime",
                                    Sums.challenge(),
                                    "node",
                                    SourceFiles.of(Map.of("main.js", Sums.NODE)),
                                    Scope.ALL),
                            event -> {});

            assertThat(judgement.verdict()).isEqualTo(Verdict.JUDGE_ERROR);
            assertThat(judgement.fault()).isEqualTo(SandboxFault.Kind.SETTING);
            assertThat(judgement.explanation()).contains("no-such-runtime");
        }
    }

    @Test
    void namesACategoryWithoutAShare() {
        Judgement judgement = engine.judge(
                Sums.challenge(Sums.LIMITS, Sums.exam(), Map.of("basics", 1)),
                "node",
                Map.of("main.js", Sums.NODE),
                Scope.ALL);

        assertThat(judgement.verdict()).isEqualTo(Verdict.JUDGE_ERROR);
        assertThat(judgement.fault()).isEqualTo(SandboxFault.Kind.PACKAGE);
        assertThat(judgement.explanation())
                .contains("SumTests.adds")
                .contains("\"sums\"")
                .contains("basics");
    }

    @Test
    void showsWhyAnExamDoesNotCompile() {
        Judgement judgement = engine.judge(
                Sums.challenge(Sums.LIMITS, "class SumTests { int x = \"\"; }", Map.of("basics", 1)),
                "node",
                Map.of("main.js", Sums.NODE),
                Scope.ALL);

        assertThat(judgement.verdict()).isEqualTo(Verdict.JUDGE_ERROR);
        assertThat(judgement.fault()).isEqualTo(SandboxFault.Kind.PACKAGE);
        assertThat(judgement.explanation()).contains("SumTests.java:1");
    }

    @Test
    void removesItsPodsWhenItIsClosedInMidJudgement() throws InterruptedException {
        LocalRunner runner = LocalRunner.start(RealEngine.settings());
        BlockingQueue<Object> starting = new LinkedBlockingQueue<>();
        BlockingQueue<Judgement> done = new LinkedBlockingQueue<>();
        JudgeRequest request = new JudgeRequest(
                "closing",
                Sums.challenge(),
                "node",
                SourceFiles.of(Map.of("main.js", "setInterval(() => {}, 1000)")),
                Scope.ALL);
        runner.queue().offer(request, event -> {
            switch (event) {
                case JudgeEvent.Starting _ -> starting.add(event);
                case JudgeEvent.Done(Judgement judgement) -> done.add(judgement);
                default -> {}
            }
        });
        assertThat(starting.poll(60, TimeUnit.SECONDS)).isNotNull();

        long start = System.nanoTime();
        runner.close();

        Judgement judgement = done.poll(10, TimeUnit.SECONDS);
        assertThat(judgement).isNotNull();
        assertThat(judgement.verdict()).isEqualTo(Verdict.JUDGE_ERROR);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        try (var containers = new Containers()) {
            assertThat(containers.of(runner.ownerLabel())).isEmpty();
        }
    }
}

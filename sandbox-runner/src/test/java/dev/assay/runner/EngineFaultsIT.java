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
import dev.assay.runner.sandbox.docker.TestImages;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of judgements when their engine, its disk, its images or their runner fail them. */
class EngineFaultsIT {

    @RegisterExtension
    static final PrivateEngine engine = new PrivateEngine("node");

    private static final FaultTolerance QUICK =
            new FaultTolerance(3, Duration.ofMillis(200), 2, Duration.ofMillis(100), Duration.ofMillis(400));

    private static final List<Throwable> shown = new CopyOnWriteArrayList<>();
    private static Thread.@Nullable UncaughtExceptionHandler before;

    private final List<JudgeEvent> events = new ArrayList<>();

    @BeforeAll
    static void watchThreads() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> shown.add(failure));
    }

    @AfterAll
    static void noStackTraceWasShown() {
        Thread.setDefaultUncaughtExceptionHandler(before);
        assertThat(shown).isEmpty();
    }

    /** The engine is back before the runner looks, so all seems well but for containers that have ended. */
    @ParameterizedTest
    @ValueSource(classes = {JudgeEvent.Building.class, JudgeEvent.Examining.class})
    void anEngineThatCrashesAndComesBackAtOnceIsNotTheSubmissionsFault(Class<? extends JudgeEvent> at) {
        try (LocalRunner runner = runner()) {
            Judgement judgement = judge(runner, once(at, () -> {
                engine.kill();
                engine.start();
            }));

            assertAcceptedAtSecondTry(runner, judgement);
        }
    }

    /** Then the end of the workbench is heard of first, and the engine answers when it is asked how that ended. */
    @Test
    void theEndOfAWorkbenchCountsForNothingWhenTheEngineCrashedToo() {
        try (LocalRunner runner = runner();
                Containers containers = new Containers(engine.host())) {
            Judgement judgement = judge(runner, once(JudgeEvent.Starting.class, () -> {
                containers.kill(runner.ownerLabel(), "workbench");
                engine.kill();
                engine.start();
                // What is left of connections to the old engine fails now, and not where the fault would be taken for
                // that.
                while (runner.unavailableBecause().isPresent()) {
                    Thread.onSpinWait();
                }
            }));

            assertAcceptedAtSecondTry(runner, judgement);
        }
    }

    @Test
    void anEngineThatIsDownForATryIsWaitedFor() {
        try (LocalRunner runner = runner()) {
            Judgement judgement = judge(
                    runner,
                    once(JudgeEvent.Examining.class, engine::kill)
                            .andThen(once(JudgeEvent.Retrying.class, engine::start)));

            assertAcceptedAtSecondTry(runner, judgement);
        }
    }

    @Test
    void podsThatWereMadeAheadAndDiedWithTheEngineAreNotUsed() throws InterruptedException {
        LocalRunner runner = LocalRunner.start(settings(engine.host()).withWarmMemoryMiB(1024), QUICK);
        try (runner) {
            assertThat(judge(runner, event -> {}).verdict()).isEqualTo(Verdict.ACCEPTED);
            assertThat(runner.awaitWarmPods(Duration.ofMinutes(2))).isTrue();
            engine.kill();
            engine.start();

            assertThat(judge(runner, event -> {}).verdict())
                    .as(events.toString())
                    .isEqualTo(Verdict.ACCEPTED);
            assertThat(tries())
                    .as("one may fail by a connection to the old engine")
                    .isLessThanOrEqualTo(2);
        }
        assertNothingIsLeft(runner);
    }

    @Test
    void anExaminerThatIsKilledIsReplaced() {
        try (LocalRunner runner = runner();
                Containers containers = new Containers(engine.host())) {
            Judgement judgement = judge(
                    runner, once(JudgeEvent.Examining.class, () -> containers.kill(runner.ownerLabel(), "examiner")));

            assertAcceptedAtSecondTry(runner, judgement);
        }
    }

    @Test
    void aFullDiskIsNamedAndForgottenWhenThereIsRoomAgain() {
        try (LocalRunner runner = runner()) {
            engine.fillDisk();
            Judgement full;
            try {
                full = judge(runner, event -> {});
            } finally {
                engine.freeDisk();
            }

            assertThat(full.verdict()).as(full.toString()).isEqualTo(Verdict.JUDGE_ERROR);
            assertThat(full.fault()).isEqualTo(SandboxFault.Kind.RUNNER);
            assertThat(full.explanation()).contains("disk").contains("full").contains(engine.host());
            assertThat(judge(runner, event -> {}).verdict()).isEqualTo(Verdict.ACCEPTED);
            assertNothingIsLeft(runner);
        }
    }

    @Test
    void anImageThatIsGoneIsLookedForAgain() {
        String kept = "assay/test-kept:1";
        TestImages.name(engine.host(), engine.image(), kept);
        try (LocalRunner runner = runner()) {
            assertThat(judge(runner, event -> {}).verdict()).isEqualTo(Verdict.ACCEPTED);

            TestImages.remove(engine.host(), engine.image());
            Judgement gone = judge(runner, event -> {});

            assertThat(gone.verdict()).as(gone.toString()).isEqualTo(Verdict.JUDGE_ERROR);
            assertThat(gone.explanation())
                    .as("there is nothing to build it from")
                    .contains("./assay up makes it");
            assertThat(tries())
                    .as("the image was looked for once more, and then the operator must act")
                    .isEqualTo(2);

            TestImages.name(engine.host(), kept, engine.image());
            assertThat(judge(runner, event -> {}).verdict()).isEqualTo(Verdict.ACCEPTED);

            TestImages.remove(engine.host(), engine.image());
            Judgement back = judge(
                    runner,
                    once(JudgeEvent.Retrying.class, () -> TestImages.name(engine.host(), kept, engine.image())));
            assertAcceptedAtSecondTry(runner, back);
        } finally {
            TestImages.remove(engine.host(), kept);
        }
    }

    @Test
    void whatWaitsWhileTheEngineIsDownIsJudgedWhenItIsBack() throws InterruptedException {
        try (LocalRunner runner = runner()) {
            BlockingQueue<Verdict> done = new LinkedBlockingQueue<>();
            BlockingQueue<JudgeEvent> held = new LinkedBlockingQueue<>();
            Consumer<JudgeEvent> listener = event -> {
                switch (event) {
                    case JudgeEvent.Done(Judgement judgement) -> done.add(judgement.verdict());
                    case JudgeEvent.Held _ -> held.add(event);
                    default -> {}
                }
            };
            engine.kill();
            for (int i = 0; i < QUICK.faultsInARow(); i++) {
                assertThat(runner.queue().offer(request("f" + i), listener)).isTrue();
                assertThat(done.poll(60, TimeUnit.SECONDS)).isEqualTo(Verdict.JUDGE_ERROR);
            }
            for (int i = 0; i < 3; i++) {
                assertThat(runner.queue().offer(request("w" + i), listener)).isTrue();
                assertThat(held.poll(60, TimeUnit.SECONDS)).isNotNull();
            }
            assertThat(runner.unavailableBecause())
                    .hasValueSatisfying(reason -> assertThat(reason)
                            .contains("paused")
                            .contains(engine.host())
                            .contains("start docker"));
            assertThat(done).isEmpty();

            engine.start();

            for (int i = 0; i < 3; i++) {
                assertThat(done.poll(60, TimeUnit.SECONDS)).isEqualTo(Verdict.ACCEPTED);
            }
            assertThat(runner.unavailableBecause()).isEmpty();
            assertNothingIsLeft(runner);
        }
    }

    @Test
    void whatAKilledRunnerLeavesIsRemovedByAnother(@TempDir Path temporary) throws Exception {
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        StuckRunner.class.getName(),
                        engine.host())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String owner;
        try (BufferedReader out = killed.inputReader(StandardCharsets.UTF_8)) {
            owner = out.readLine();
            assertThat(out.readLine()).isEqualTo("examining");
        } finally {
            killed.destroyForcibly().waitFor();
        }
        try (LocalRunner runner = runner();
                Containers containers = new Containers(engine.host())) {
            assertThat(containers.of(owner)).hasSize(2);

            assertThat(judge(runner, event -> {}).verdict()).isEqualTo(Verdict.ACCEPTED);

            containers.awaitNoneOf(owner);
            assertNothingIsLeft(runner);
        }
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files).as("left in the folder for temporary files").isEmpty();
        }
    }

    /** Judges until it is killed. */
    static final class StuckRunner {

        public static void main(String[] args) {
            LocalRunner runner = LocalRunner.start(settings(args[0]));
            System.out.println(runner.ownerLabel());
            runner.judge().judge(request("stuck"), event -> {
                if (event instanceof JudgeEvent.Examining) {
                    System.out.println("examining");
                    LockSupport.park();
                }
            });
        }
    }

    private void assertAcceptedAtSecondTry(LocalRunner runner, Judgement judgement) {
        assertThat(judgement.verdict()).as(judgement + " after " + events).isEqualTo(Verdict.ACCEPTED);
        assertThat(tries()).isEqualTo(2);
        assertNothingIsLeft(runner);
    }

    private static void assertNothingIsLeft(LocalRunner runner) {
        try (Containers containers = new Containers(engine.host())) {
            containers.awaitNoneOf(runner.ownerLabel());
        }
    }

    private long tries() {
        return 1 + events.stream().filter(JudgeEvent.Retrying.class::isInstance).count();
    }

    private Judgement judge(LocalRunner runner, Consumer<JudgeEvent> listener) {
        events.clear();
        return runner.judge().judge(request("private"), ((Consumer<JudgeEvent>) events::add).andThen(listener));
    }

    /** Does it at the first event of this kind. */
    private Consumer<JudgeEvent> once(Class<? extends JudgeEvent> kind, Runnable action) {
        return event -> {
            if (kind.isInstance(event)
                    && events.stream().filter(kind::isInstance).count() == 1) {
                action.run();
            }
        };
    }

    private static JudgeRequest request(String id) {
        return new JudgeRequest(id, Sums.challenge(), "node", SourceFiles.of(Map.of("main.js", Sums.NODE)), Scope.ALL);
    }

    private static LocalRunner runner() {
        return LocalRunner.start(settings(engine.host()), QUICK);
    }

    private static RunnerSettings settings(String host) {
        return new RunnerSettings(
                host, "runc", 1, 10, Path.of("target", "cache").toAbsolutePath());
    }
}

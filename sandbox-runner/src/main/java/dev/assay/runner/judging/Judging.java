package dev.assay.runner.judging;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Dependency;
import dev.assay.challenge.SourceFiles;
import dev.assay.runner.environment.Environment;
import dev.assay.runner.sandbox.Deadline;
import dev.assay.runner.sandbox.Outcome;
import dev.assay.runner.sandbox.SandboxFault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One judgement, followed by one thread from start to end. */
final class Judging implements AutoCloseable {

    /** How long our own steps may take on an overloaded machine before they are a fault. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** When the service has ended, calls to it fail at once; so long the examiner may take to find out for all tests. */
    private static final Duration AFTER_THE_END = Duration.ofSeconds(3);

    /** @param stoppedBy empty when the phase came to its good end */
    private record Answer(Optional<Outcome> stoppedBy) {

        static final Answer GOOD = new Answer(Optional.empty());

        static Answer bad(Outcome outcome) {
            return new Answer(Optional.of(outcome));
        }
    }

    private final JudgeRequest request;
    private final Challenge challenge;
    private final Environment environment;
    private final Consumer<JudgeEvent> listener;
    private final Deadline clock;
    private final Executor threads;
    private final String script;
    private final PodRun run;
    private final Transcript buildLog;
    private final Transcript serviceLog;
    private final long podMillis;
    private long compileMillis;
    private long deliverMillis;
    private long buildMillis;
    private long startMillis;
    private long examMillis;
    private @Nullable SandboxFault examFault;

    Judging(
            JudgeRequest request,
            Environment environment,
            Consumer<JudgeEvent> listener,
            Deadline clock,
            PodRun run,
            Executor threads) {
        this.run = run;
        this.podMillis = clock.used().toMillis();
        this.buildLog = run.workbench().transcript();
        this.serviceLog = run.workbench().transcript();
        this.request = request;
        this.challenge = request.challenge();
        this.environment = environment;
        this.listener = listener;
        this.clock = clock;
        this.threads = threads;
        this.script = environment
                .answering(challenge.form())
                .orElseThrow(() ->
                        new SandboxFault(environment.title() + " runs no programs that read standard input: remove "
                                + environment.name() + " from the environments of " + challenge.id()));
    }

    Judgement judge(CompletableFuture<Exams.Version> exam) {
        run.onResult(result -> listener.accept(new JudgeEvent.TestFinished(result)));
        loadWhenCompiled(exam);
        run.dependencies().seed(challenge.dependencies());
        Optional<Ending> ending = build();
        List<PlannedTest> plan = awaitPlan();
        ours("preparing the dependencies", run.dependencies()::seeded);
        if (ending.isEmpty()) {
            ending = serve();
        }
        if (ending.isEmpty()) {
            ending = examine(plan);
        }
        return judgement(withMemory(ending));
    }

    private void loadWhenCompiled(CompletableFuture<Exams.Version> exam) {
        var _ = exam.whenComplete((version, failure) -> run.post(() -> {
            if (failure != null) {
                examFault = failure instanceof SandboxFault fault
                        ? fault
                        : new SandboxFault("The exam was not compiled: " + failure, failure);
            } else {
                compileMillis = version.compileMillis();
                run.tellExaminer(ExaminerProtocol.load(
                        version.exam(), run.secret(), request.scope(), challenge.port(), dependencies()));
            }
        }));
    }

    private Optional<Ending> build() {
        listener.accept(new JudgeEvent.Building());
        deliver();
        if (!environment.hasEntry(request.files())) {
            buildLog.add("There is no " + environment.entryInWords() + " at the top of the files; "
                    + environment.title() + " starts the service with it.\n");
            tellBuildOutput(true);
            return Optional.of(new Ending(Ending.Stage.BUILD, new Outcome.Exited(1)));
        }
        Deadline limit = Deadline.in(challenge.limits().build());
        run.workbench().record(buildLog, challenge.limits().outputKiB());
        run.eachBreath(() -> tellBuildOutput(false));
        run.workbench().build(environment.build());
        Outcome outcome = run.await(limit, run.workbench()::end).orElse(new Outcome.TimedOut(limit.limit()));
        buildMillis = limit.used().toMillis();
        tellBuildOutput(true);
        run.workbench().kill();
        ours("ending the build", run.workbench()::killed);
        return outcome instanceof Outcome.Exited(int status) && status == 0
                ? Optional.empty()
                : Optional.of(new Ending(Ending.Stage.BUILD, outcome));
    }

    private void deliver() {
        Deadline time = Deadline.in(PATIENCE);
        run.workbench().put(bytes(request.files()));
        int status = ours("delivering the files", run.workbench()::putStatus);
        if (status != 0) {
            throw new SandboxFault("The files could not be unpacked in the workbench (status " + status
                    + "): judge again, and run ./assay doctor if it happens again");
        }
        deliverMillis = time.used().toMillis();
    }

    private void tellBuildOutput(boolean last) {
        if (buildLog.hasNews()) {
            String news = buildLog.news(last);
            if (!news.isEmpty()) {
                listener.accept(new JudgeEvent.BuildOutput(news));
            }
        }
    }

    /** Also when the build failed, so that a judgement always names the tests that were not run. */
    private List<PlannedTest> awaitPlan() {
        List<PlannedTest> plan = ours("planning the exam", () -> {
            if (examFault != null) {
                throw examFault;
            }
            return run.plan();
        });
        for (PlannedTest test : plan) {
            if (!challenge.categories().containsKey(test.category())) {
                throw new SandboxFault(
                        SandboxFault.Kind.PACKAGE,
                        "The test " + test.name() + " of " + challenge.id() + " has the category \""
                                + test.category()
                                + "\", which challenge.yaml does not give a share: correct the package; it has "
                                + String.join(", ", challenge.categories().keySet()));
            }
        }
        if (plan.isEmpty()) {
            throw new SandboxFault(
                    SandboxFault.Kind.PACKAGE,
                    "The exam of " + challenge.id() + " has no test to run for "
                            + request.scope().name().toLowerCase(Locale.ROOT) + ": correct the package");
        }
        return plan;
    }

    private Optional<Ending> serve() {
        listener.accept(new JudgeEvent.Starting());
        Deadline limit = Deadline.in(challenge.limits().ready());
        run.workbench().record(serviceLog, challenge.limits().outputKiB());
        run.eachBreath(() -> {});
        run.workbench().serve(serveScript());
        run.tellExaminer(ExaminerProtocol.await(challenge.limits().ready()));
        // The examiner's own clock ends the wait; ours is for an examiner that does not answer.
        Deadline patience = Deadline.in(challenge.limits().ready().plus(PATIENCE));
        Optional<Answer> answer = run.await(
                patience,
                () -> run.listening()
                        .map(ready -> ready ? Answer.GOOD : Answer.bad(new Outcome.TimedOut(limit.limit())))
                        .or(() -> run.workbench().end().map(Answer::bad)));
        startMillis = limit.used().toMillis();
        return answer.orElseThrow(() -> slow("waiting for the service"))
                .stoppedBy()
                .map(outcome -> new Ending(Ending.Stage.START, outcome));
    }

    private String serveScript() {
        return "export PORT=" + challenge.port() + "\n" + run.dependencies().exports() + script;
    }

    private List<String> dependencies() {
        return challenge.dependencies().stream().map(Dependency::name).toList();
    }

    private Optional<Ending> examine(List<PlannedTest> plan) {
        listener.accept(new JudgeEvent.Examining(plan.size()));
        Controls controls = new Controls(run, serveScript());
        run.onControl(controls::ask);
        run.onRestored(listener::accept);
        run.eachBreath(controls::advance);
        Deadline limit = Deadline.in(challenge.limits().exam());
        run.tellExaminer(ExaminerProtocol.examine());
        Optional<Answer> answer = run.await(
                limit,
                () -> run.examined()
                        ? Optional.of(Answer.GOOD)
                        : run.workbench().end().map(Answer::bad));
        Optional<Outcome> outcome =
                answer.orElse(Answer.bad(new Outcome.TimedOut(limit.limit()))).stoppedBy();
        if (outcome.isPresent() && answer.isPresent()) {
            run.tellExaminer(ExaminerProtocol.ended(outcome.get()));
            run.await(
                    limit.left().compareTo(AFTER_THE_END) < 0 ? limit : Deadline.in(AFTER_THE_END),
                    () -> run.examined() ? Optional.of(true) : Optional.empty());
        }
        examMillis = limit.used().toMillis();
        Optional<Outcome> exceeded = run.workbench().exceeded();
        if (exceeded.isPresent()) {
            return exceeded.map(what -> new Ending(Ending.Stage.EXAM, what));
        }
        boolean complete = run.examined() && allPassed();
        return complete ? Optional.empty() : outcome.map(what -> new Ending(Ending.Stage.EXAM, what));
    }

    private boolean allPassed() {
        return run.results().stream().allMatch(TestResult::passed);
    }

    /** The engine's word on memory counts, which takes time; the workbench's own only when all else is well. */
    private Optional<Ending> withMemory(Optional<Ending> ending) {
        boolean accepted = ending.isEmpty() && allPassed();
        if (accepted && run.deniesKillsForMemory(Duration.ofSeconds(2))) {
            return ending;
        }
        Outcome end = run.pod().stop(PodShape.WORKBENCH);
        // The engine has just answered: had it been away, the streams would have ended before.
        run.requireAllButTheWorkbench();
        if (end instanceof Outcome.OutOfMemory exceeded) {
            return Optional.of(new Ending(ending.map(Ending::stage).orElse(Ending.Stage.EXAM), exceeded));
        }
        return ending;
    }

    private Judgement judgement(Optional<Ending> ending) {
        List<TestResult> tests = run.results();
        Verdicts.Finding finding = Verdicts.of(challenge, ending, tests);
        int score = Scoring.total(challenge.categories(), tests);
        return new Judgement(
                finding.verdict(),
                finding.verdict() == Verdict.ACCEPTED ? 100 : Math.min(score, 99),
                Scoring.categories(challenge.categories(), tests),
                tests,
                finding.explanation() + run.dependencies().ended(),
                buildLog.text(),
                serviceLog.text(),
                new Timings(
                        0,
                        podMillis,
                        compileMillis,
                        deliverMillis,
                        buildMillis,
                        startMillis,
                        examMillis,
                        clock.used().toMillis(),
                        List.of()),
                null);
    }

    /** Waits for a step of ours; when it does not come, that is a fault of ours. */
    private <T> T ours(String doing, Supplier<Optional<T>> answer) {
        return run.await(Deadline.in(PATIENCE), answer).orElseThrow(() -> slow(doing));
    }

    private static SandboxFault slow(String doing) {
        return new SandboxFault("The sandbox did not finish " + doing + " within " + PATIENCE.toSeconds()
                + " s: the machine is overloaded; judge again, or give the runner fewer slots");
    }

    private static SortedMap<String, byte[]> bytes(SourceFiles files) {
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        files.files().forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    /** The pod is removed behind the judgement's back, which need not wait for it. */
    @Override
    public void close() {
        try {
            threads.execute(run::close);
        } catch (RejectedExecutionException theRunnerIsClosing) {
            run.close();
        }
    }
}

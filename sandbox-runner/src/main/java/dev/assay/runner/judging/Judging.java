package dev.assay.runner.judging;

import dev.assay.runner.environment.Environments;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** One judgement, followed by one thread from start to end. */
final class Judging implements AutoCloseable {

    private final Case current;
    private final Executor removals;
    private final long podMillis;
    private final List<OwnProgramPhase> own;
    private final BuildPhase build;
    private final ServicePhase service;
    private final ExamPhase exam;

    /** @param trace runs since the judgement began */
    Judging(
            JudgeRequest request,
            Environments environments,
            Consumer<JudgeEvent> listener,
            Trace trace,
            PodRun run,
            Executor removals) {
        this.current = new Case(request, environments, listener, run, trace);
        this.removals = removals;
        this.podMillis = trace.used().toMillis();
        this.own = OwnProgramPhase.of(current);
        this.build = new BuildPhase(current);
        this.service = new ServicePhase(current);
        this.exam = new ExamPhase(current);
    }

    Judgement judge(CompletableFuture<Exams.Version> compilation) {
        PodRun run = current.run();
        run.onResult(result -> current.tell(new JudgeEvent.TestFinished(result)));
        exam.loadWhenCompiled(compilation);
        run.dependencies().seed(current.challenge().dependencies());
        if (!current.challenge().companions().thirdParties().isEmpty()) {
            // They listen before anything of the submission runs, which could take their ports.
            exam.awaitPlan();
        }
        own.forEach(OwnProgramPhase::begin);
        Optional<Ending> ending = build.run();
        if (ending.isEmpty()) {
            current.trace().step("seed", () -> current.ours("preparing the dependencies", run.dependencies()::seeded));
            own.forEach(OwnProgramPhase::start);
            service.begin();
        }
        // The service starts while the examiner may still be reading the exam.
        List<PlannedTest> plan = exam.awaitPlan();
        if (ending.isEmpty()) {
            ending = service.awaitListening();
        }
        if (ending.isEmpty()) {
            ending = exam.run(plan.size(), service.script());
        }
        Aftermath aftermath = new Aftermath(current);
        return judgement(aftermath.run(ending), aftermath.full());
    }

    private Judgement judgement(Optional<Ending> ending, List<String> full) {
        List<TestResult> tests = current.run().results();
        Measures measures =
                new Measures(build.cpu(), service.cpu(), current.workbench().usage(), full);
        Verdicts.Finding finding = Verdicts.of(current.challenge(), ending, tests, measures);
        int score = Scoring.total(current.challenge().categories(), tests);
        return new Judgement(
                finding.verdict(),
                finding.verdict() == Verdict.ACCEPTED ? 100 : Math.min(score, 99),
                Scoring.categories(current.challenge().categories(), tests),
                tests,
                finding.explanation() + current.run().dependencies().ended(),
                build.log(),
                service.log(),
                timings(),
                null,
                measures.summary(),
                current.request().seed());
    }

    private Timings timings() {
        return new Timings(
                0,
                podMillis,
                exam.compileMillis(),
                build.deliverMillis(),
                build.buildMillis(),
                service.startMillis(),
                exam.examMillis(),
                current.trace().used().toMillis(),
                current.trace().steps());
    }

    /** The pod is removed behind the judgement's back, which need not wait for it. */
    @Override
    public void close() {
        try {
            removals.execute(current.run()::close);
        } catch (RejectedExecutionException theRunnerIsClosing) {
            current.run().close();
        }
    }
}

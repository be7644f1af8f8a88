package dev.assay.runner.judging;

import dev.assay.runner.sandbox.Deadline;
import dev.assay.runner.sandbox.Outcome;
import dev.assay.runner.sandbox.SandboxFault;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Gives the examiner its exam and has it run. */
final class ExamPhase {

    /** When the service has ended, calls to it fail at once; so long the examiner may take to find out for all tests. */
    private static final Duration AFTER_THE_END = Duration.ofSeconds(3);

    private final Case current;
    private long compileMillis;
    private Duration exam = Duration.ZERO;
    private @Nullable SandboxFault fault;

    ExamPhase(Case current) {
        this.current = current;
    }

    /** The exam goes to the examiner as soon as it is there, whatever else is being done. */
    void loadWhenCompiled(CompletableFuture<Exams.Version> compilation) {
        var _ = compilation.whenComplete((version, failure) -> current.run().post(() -> {
            if (failure != null) {
                fault = failure instanceof SandboxFault known
                        ? known
                        : new SandboxFault("The exam was not compiled: " + failure, failure);
            } else {
                compileMillis = version.compileMillis();
                Trace.Open step = current.trace().begin("load exam");
                current.run().onPlan(step::end);
                current.run().tellExaminer(ExaminerProtocol.load(version.exam(), current));
            }
        }));
    }

    /** Also when the build failed, so that a judgement always names the tests that were not run. */
    List<PlannedTest> awaitPlan() {
        List<PlannedTest> plan = current.trace()
                .step(
                        "plan",
                        () -> current.ours("planning the exam", () -> {
                            if (fault != null) {
                                throw fault;
                            }
                            return current.run().plan();
                        }));
        String id = current.challenge().id();
        for (PlannedTest test : plan) {
            if (!current.challenge().categories().containsKey(test.category())) {
                throw new SandboxFault(
                        SandboxFault.Kind.PACKAGE,
                        "The test " + test.name() + " of " + id + " has the category \"" + test.category()
                                + "\", which challenge.yaml does not give a share: correct the package; it has "
                                + String.join(
                                        ", ", current.challenge().categories().keySet()));
            }
        }
        if (plan.isEmpty()) {
            throw new SandboxFault(
                    SandboxFault.Kind.PACKAGE,
                    "The exam of " + id + " has no test to run for "
                            + current.request().scope().name().toLowerCase(Locale.ROOT) + ": correct the package");
        }
        return plan;
    }

    /** @param serve starts the service again when a test asks for it */
    Optional<Ending> run(int tests, String serve) {
        current.tell(new JudgeEvent.Examining(tests));
        Controls controls = new Controls(current.run(), serve);
        current.run().onControl(controls::ask);
        current.run().onRestored(current::tell);
        current.run().eachBreath(controls::advance);
        Trace.Open step = current.trace().begin("exam");
        Deadline limit = Deadline.in(current.limits().exam());
        current.run().tellExaminer(ExaminerProtocol.examine());
        boolean decided = current.run()
                .await(
                        limit,
                        () -> current.run().examined()
                                        || current.workbench().end().isPresent()
                                ? Optional.of(true)
                                : Optional.empty())
                .orElse(false);
        Optional<Outcome> outcome = Optional.empty();
        if (!current.run().examined()) {
            Outcome end = current.workbench().end().orElse(new Outcome.TimedOut(limit.limit()));
            if (decided) {
                letTheRestFail(end, limit);
            }
            outcome = Optional.of(end);
        } else if (!current.run().allPassed()) {
            outcome = endThatTheTestsFoundFirst();
        }
        current.run().eachBreath(() -> {});
        exam = step.end();
        if (current.run().examined() && current.run().allPassed()) {
            return Optional.empty();
        }
        return outcome.map(what -> new Ending(Ending.Stage.EXAM, what));
    }

    /** The tests may all have failed for want of a service before the word of its end came. */
    private Optional<Outcome> endThatTheTestsFoundFirst() {
        Member workbench = current.workbench();
        int before = workbench.looks();
        workbench.look();
        current.run()
                .await(
                        Deadline.in(AFTER_THE_END),
                        () -> workbench.end().isPresent() || (workbench.looks() > before && !workbench.endedByItself())
                                ? Optional.of(true)
                                : Optional.empty());
        return workbench.end();
    }

    /** The service is no more, or is not to go on; the tests that are left need not wait for it. */
    private void letTheRestFail(Outcome outcome, Deadline limit) {
        if (outcome instanceof Outcome.CpuExceeded) {
            current.workbench().kill();
        }
        current.run().tellExaminer(ExaminerProtocol.ended(outcome));
        current.run()
                .await(
                        limit.left().compareTo(AFTER_THE_END) < 0 ? limit : Deadline.in(AFTER_THE_END),
                        () -> current.run().examined() ? Optional.of(true) : Optional.empty());
    }

    long compileMillis() {
        return compileMillis;
    }

    long examMillis() {
        return exam.toMillis();
    }
}

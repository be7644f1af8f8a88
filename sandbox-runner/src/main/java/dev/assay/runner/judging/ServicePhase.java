package dev.assay.runner.judging;

import dev.assay.runner.sandbox.Deadline;
import dev.assay.runner.sandbox.Outcome;
import dev.assay.runner.sandbox.SandboxFault;
import java.time.Duration;
import java.util.Optional;

/** Starts the service and waits until it listens. */
final class ServicePhase {

    private final Case current;
    private final Transcript log;
    private final String script;
    private Duration start = Duration.ZERO;
    private Deadline limit;
    private boolean begun;

    /** @throws SandboxFault when the environment cannot run a challenge of this form */
    ServicePhase(Case current) {
        this.current = current;
        this.log = current.workbench().transcript();
        this.limit = Deadline.in(current.limits().ready());
        this.script = current.serving(current.challenge().port());
    }

    /** Starts the service on its own; {@link #awaitListening} tells what became of it. */
    void begin() {
        current.tell(new JudgeEvent.Starting());
        limit = Deadline.in(current.limits().ready());
        Member workbench = current.workbench();
        // What the build left running ends first; its end need not be awaited, since PID 1 takes one command after the
        // other.
        workbench.kill();
        workbench.record(log, current.limits().outputKiB());
        workbench.limitCpu(current.limits().cpu());
        workbench.serve(script);
        begun = true;
    }

    /** The examiner must have an exam. */
    Optional<Ending> awaitListening() {
        Trace.Open step = current.trace().begin("listening");
        Duration left = limit.left().isNegative() ? Duration.ZERO : limit.left();
        current.run().tellExaminer(ExaminerProtocol.await(left));
        // The examiner's own clock ends the wait; ours is for an examiner that does not answer.
        boolean listening = current.run()
                .await(
                        Deadline.in(left.plus(Case.PATIENCE)),
                        () -> current.run()
                                .listening()
                                .or(() -> current.workbench().end().map(_ -> false)))
                .orElseThrow(() -> Case.slow("waiting for the service"));
        step.end();
        start = limit.used();
        if (listening) {
            return Optional.empty();
        }
        Outcome outcome = current.workbench().end().orElse(new Outcome.TimedOut(limit.limit()));
        return Optional.of(new Ending(Ending.Stage.START, outcome));
    }

    /** Starts the service, again too. */
    String script() {
        return script;
    }

    String log() {
        return log.text();
    }

    /** Processor time since its start; empty when it was not started or the kernel does not tell. */
    Optional<Duration> cpu() {
        return begun ? current.workbench().cpu() : Optional.empty();
    }

    long startMillis() {
        return start.toMillis();
    }
}

package dev.assay.runner.judging;

import dev.assay.runner.sandbox.Deadline;
import dev.assay.runner.sandbox.Outcome;
import dev.assay.runner.sandbox.SandboxFault;
import java.time.Duration;
import java.util.Optional;

/** Brings the files into the workbench and builds them there. */
final class BuildPhase {

    private final Case current;
    private final Transcript log;
    private Optional<Duration> cpu = Optional.empty();
    private Duration deliver = Duration.ZERO;
    private Duration build = Duration.ZERO;

    BuildPhase(Case current) {
        this.current = current;
        this.log = current.workbench().transcript();
    }

    /** Empty when they are built. What the build left running may still run. */
    Optional<Ending> run() {
        current.tell(new JudgeEvent.Building());
        if (!current.environment().hasEntry(current.request().files())) {
            log.add("There is no " + current.environment().entryInWords() + " at the top of the files; "
                    + current.environment().title() + " starts the service with it.\n");
            tell(true);
            return Optional.of(new Ending(Ending.Stage.BUILD, new Outcome.Exited(1)));
        }
        Member workbench = current.workbench();
        workbench.record(log, current.limits().outputKiB());
        workbench.limitCpu(current.limits().buildCpu());
        current.run().eachBreath(() -> tell(false));
        // The one need not be answered before the other is sent: PID 1 takes them in turn.
        workbench.put(current.request().files().bytes());
        workbench.build(current.environment().build());
        deliver();
        Trace.Open step = current.trace().begin("build");
        Deadline limit = Deadline.in(current.limits().build());
        Outcome outcome = current.run().await(limit, workbench::end).orElse(new Outcome.TimedOut(limit.limit()));
        build = step.end();
        cpu = workbench.cpu();
        tell(true);
        current.run().eachBreath(() -> {});
        return outcome instanceof Outcome.Exited(int status) && status == 0
                ? Optional.empty()
                : Optional.of(new Ending(Ending.Stage.BUILD, outcome));
    }

    private void deliver() {
        Trace.Open step = current.trace().begin("put");
        int status = current.ours("delivering the files", current.workbench()::putStatus);
        deliver = step.end();
        if (status != 0) {
            throw new SandboxFault("The files could not be unpacked in the workbench (status " + status
                    + "): judge again, and run ./assay doctor if it happens again");
        }
    }

    private void tell(boolean last) {
        if (log.hasNews()) {
            String news = log.news(last);
            if (!news.isEmpty()) {
                current.tell(new JudgeEvent.BuildOutput(news));
            }
        }
    }

    String log() {
        return log.text();
    }

    Optional<Duration> cpu() {
        return cpu;
    }

    long deliverMillis() {
        return deliver.toMillis();
    }

    long buildMillis() {
        return build.toMillis();
    }
}

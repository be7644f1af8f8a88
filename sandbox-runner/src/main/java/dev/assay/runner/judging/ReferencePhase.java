package dev.assay.runner.judging;

import dev.assay.challenge.SourceFiles;
import dev.assay.runner.sandbox.Deadline;
import dev.assay.runner.sandbox.Outcome;
import dev.assay.runner.sandbox.SandboxFault;
import java.util.Optional;

/**
 * Prepares the package's own solution in a container of its own, when the exam compares speeds. It runs only while it is measured:
 * from when it listens it is paused, before anything of the submission runs that could pass its work on to it.
 */
final class ReferencePhase {

    private static final int LOG_KIB = 1024;
    private static final int SHOWN = 1000;

    private final Case current;
    private final SourceFiles files;
    private final Member member;
    private final Transcript log;

    private ReferencePhase(Case current, SourceFiles files) {
        this.current = current;
        this.files = files;
        this.member = current.run().member(PodShape.REFERENCE);
        this.log = member.transcript();
    }

    static Optional<ReferencePhase> of(Case current) {
        return current.reference().map(files -> new ReferencePhase(current, files));
    }

    /** Builds it beside the submission. */
    void begin() {
        member.record(log, LOG_KIB);
        member.put(files.bytes());
        member.build(current.environment().build());
    }

    /** Returns when it listens and is paused. */
    void start() {
        Trace.Open step = current.trace().begin("reference");
        Deadline limit = Deadline.in(current.limits().build());
        Outcome built = current.run().await(limit, member::end).orElse(new Outcome.TimedOut(limit.limit()));
        if (!built.equals(new Outcome.Exited(0))) {
            throw broken("does not build");
        }
        // What the submission's build left running could take its port.
        current.workbench().kill();
        current.ours("ending what the build left running", current.workbench()::killed);
        member.record(log, LOG_KIB);
        member.serve(current.serving(current.referencePort()));
        member.task(listening(current.referencePort()));
        boolean listens = current.run()
                .await(
                        Deadline.in(current.limits().ready()),
                        () -> member.taskStatus()
                                .map(status -> status == 0)
                                .or(() -> member.end().map(_ -> false)))
                .orElse(false);
        if (!listens) {
            throw broken("does not listen on the port in $PORT, " + current.referencePort() + ", in time");
        }
        member.pause();
        current.ours("pausing the reference", member::signalled);
        step.end();
    }

    /** Waits for a socket in the state LISTEN, as the kernel's table shows it: port in hexadecimal, state 0A. */
    private static String listening(int port) {
        String local = String.format(":%04X", port);
        return "until awk '$4 == \"0A\" && $2 ~ /" + local + "$/ { found = 1 } END { exit !found }'"
                + " /proc/net/tcp /proc/net/tcp6 2>/dev/null; do sleep 0.05; done\n";
    }

    private SandboxFault broken(String what) {
        String text = log.text().strip().replaceAll("\\s+", " ");
        return new SandboxFault(
                SandboxFault.Kind.PACKAGE,
                "The solution of " + current.challenge().id() + " for "
                        + current.environment().name() + ", with which speeds are compared, " + what
                        + ": correct the package"
                        + (text.isEmpty() ? "" : ". It said: " + text.substring(Math.max(0, text.length() - SHOWN))));
    }
}

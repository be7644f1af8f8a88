package dev.assay.runner.judging;

import dev.assay.challenge.Companions;
import dev.assay.challenge.SourceFiles;
import dev.assay.challenge.Validator;
import dev.assay.runner.environment.Environment;
import dev.assay.runner.sandbox.Deadline;
import dev.assay.runner.sandbox.Outcome;
import dev.assay.runner.sandbox.SandboxFault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Prepares one of the package's own programs in a container of its own: the solution that the submission is compared with, or the
 * validator. It listens before anything of the submission runs that could take its port.
 */
final class OwnProgramPhase {

    private static final int LOG_KIB = 1024;
    private static final int SHOWN = 1000;

    private final Case current;
    private final String title;
    private final Program program;
    private final Member member;
    private final Transcript log;

    /**
     * @param name of its container
     * @param serving a script that makes it answer
     * @param paused whether it stands still from when it listens, so that the submission cannot pass its work on to it
     */
    private record Program(
            String name, Environment environment, SourceFiles files, String serving, int port, boolean paused) {}

    private OwnProgramPhase(Case current, String title, Program program) {
        this.current = current;
        this.title = title;
        this.program = program;
        this.member = current.run().member(program.name());
        this.log = member.transcript();
    }

    static List<OwnProgramPhase> of(Case current) {
        return Stream.of(reference(current), validator(current))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<OwnProgramPhase> reference(Case current) {
        int port = Companions.REFERENCE_PORT;
        return current.reference()
                .map(files -> new OwnProgramPhase(
                        current,
                        "The solution of " + current.challenge().id() + " for "
                                + current.environment().name() + ", with which speeds are compared,",
                        new Program(
                                PodShape.REFERENCE, current.environment(), files, current.serving(port), port, true)));
    }

    private static Optional<OwnProgramPhase> validator(Case current) {
        int port = Companions.VALIDATOR_PORT;
        return current.validator().map((Validator validator) -> {
            Environment environment = current.environments().forValidators(validator.language());
            return new OwnProgramPhase(
                    current,
                    "The validator of " + current.challenge().id(),
                    new Program(
                            PodShape.VALIDATOR,
                            environment,
                            validator.files(),
                            "export PORT=" + port + "\n" + environment.validating(),
                            port,
                            false));
        });
    }

    /** Builds it beside the submission. */
    void begin() {
        if (!program.environment().hasEntry(program.files())) {
            throw broken("lacks the file in which it begins, "
                    + program.environment().entryInWords());
        }
        member.record(log, LOG_KIB);
        member.put(program.files().bytes());
        member.build(program.environment().build());
    }

    /** Returns when it listens, and is paused if it is to be. */
    void start() {
        Trace.Open step = current.trace().begin(program.name());
        Deadline limit = Deadline.in(current.limits().build());
        Outcome built = current.run().await(limit, member::end).orElse(new Outcome.TimedOut(limit.limit()));
        if (!built.equals(new Outcome.Exited(0))) {
            throw broken("does not build");
        }
        // What the submission's build left running could take its port.
        current.workbench().kill();
        current.ours("ending what the build left running", current.workbench()::killed);
        member.record(log, LOG_KIB);
        member.serve(program.serving());
        member.task(listening(program.port()));
        boolean listens = current.run()
                .await(
                        Deadline.in(current.limits().ready()),
                        () -> member.taskStatus()
                                .map(status -> status == 0)
                                .or(() -> member.end().map(_ -> false)))
                .orElse(false);
        if (!listens) {
            throw broken("does not listen on the port in $PORT, " + program.port() + ", in time");
        }
        if (program.paused()) {
            member.pause();
            current.ours("pausing the " + program.name(), member::signalled);
        }
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
                title + " " + what + ": correct the package"
                        + (text.isEmpty() ? "" : ". It said: " + text.substring(Math.max(0, text.length() - SHOWN))));
    }
}

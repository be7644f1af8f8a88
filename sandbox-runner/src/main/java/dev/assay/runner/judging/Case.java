package dev.assay.runner.judging;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Dependency;
import dev.assay.challenge.Limits;
import dev.assay.runner.environment.Environment;
import dev.assay.runner.sandbox.Deadline;
import dev.assay.runner.sandbox.SandboxFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the phases of one judgement share. */
record Case(JudgeRequest request, Environment environment, Consumer<JudgeEvent> listener, PodRun run, Trace trace) {

    /** How long our own steps may take on an overloaded machine before they are a fault. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    Challenge challenge() {
        return request.challenge();
    }

    Limits limits() {
        return challenge().limits();
    }

    Member workbench() {
        return run.workbench();
    }

    List<String> dependencies() {
        return challenge().dependencies().stream().map(Dependency::name).toList();
    }

    void tell(JudgeEvent event) {
        listener.accept(event);
    }

    /** Waits for a step of ours; when it does not come, that is a fault of ours. */
    <T> T ours(String doing, Supplier<Optional<T>> answer) {
        return run.await(Deadline.in(PATIENCE), answer).orElseThrow(() -> slow(doing));
    }

    static SandboxFault slow(String doing) {
        return new SandboxFault("The sandbox did not finish " + doing + " within " + PATIENCE.toSeconds()
                + " s: the machine is overloaded; judge again, or give the runner fewer slots");
    }
}

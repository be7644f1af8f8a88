package dev.assay.runner.judging;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Limits;
import dev.assay.challenge.SourceFiles;
import dev.assay.challenge.Validator;
import dev.assay.runner.environment.Environment;
import dev.assay.runner.environment.Environments;
import dev.assay.runner.sandbox.Deadline;
import dev.assay.runner.sandbox.SandboxFault;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the phases of one judgement share. */
record Case(JudgeRequest request, Environments environments, Consumer<JudgeEvent> listener, PodRun run, Trace trace) {

    /** How long our own steps may take on an overloaded machine before they are a fault. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    Challenge challenge() {
        return request.challenge();
    }

    /** The submission's. */
    Environment environment() {
        return environments.named(request.environment());
    }

    Limits limits() {
        return challenge().limits();
    }

    Member workbench() {
        return run.workbench();
    }

    /** The same whenever they are asked for. */
    ThirdParties thirdParties() {
        return ThirdParties.of(challenge().companions().thirdParties(), request.seed());
    }

    /** The solution that the submission is compared with. */
    Optional<SourceFiles> reference() {
        return Optional.ofNullable(challenge().companions().references().get(request.environment()));
    }

    Optional<Validator> validator() {
        return challenge().companions().validator();
    }

    /**
     * A script that makes what is in a container answer.
     *
     * @throws SandboxFault when the environment cannot run a challenge of this form
     */
    String serving(int port) {
        Environment environment = environment();
        String answering = environment
                .answering(challenge().form())
                .orElseThrow(() -> new SandboxFault(
                        SandboxFault.Kind.PACKAGE,
                        environment.title() + " runs no programs that read standard input: remove " + environment.name()
                                + " from the environments of " + challenge().id()));
        return "export PORT=" + port + "\n" + run.dependencies().exports()
                + thirdParties().exports() + answering;
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

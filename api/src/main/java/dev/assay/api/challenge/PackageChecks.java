package dev.assay.api.challenge;

import dev.assay.challenge.Challenge;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/** What tries a package in a sandbox, and whether it can. */
public interface PackageChecks {

    /** Empty when packages can be checked now; else one sentence with the remedy. */
    Mono<String> unavailableBecause();

    /**
     * Judges all that is in the package, on the calling thread.
     *
     * @param progress told of each event on some thread
     * @throws dev.assay.runner.sandbox.SandboxFault for a fault that is not the package's
     */
    Findings check(Challenge challenge, Consumer<CheckEvent> progress) throws InterruptedException;
}

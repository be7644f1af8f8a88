package dev.assay.runner;

import java.time.Duration;

/**
 * What a runner does about faults of its own.
 *
 * @param tries the most for one judgement
 * @param firstWait before the second try; later ones wait longer
 * @param faultsInARow so many judgements that failed in all their tries stop the runner
 * @param coolDown until a stopped runner tries one judgement; twice as long after each that fails
 */
record FaultTolerance(int tries, Duration firstWait, int faultsInARow, Duration coolDown, Duration longestCoolDown) {

    /**
     * Three tries within about ten seconds outlast a restart of the engine. The API offers a submission three times before it
     * shows a fault: a runner stops no later than that, so a fault of the machine never becomes the result of a submission.
     */
    static final FaultTolerance DEFAULT =
            new FaultTolerance(3, Duration.ofSeconds(2), 3, Duration.ofSeconds(5), Duration.ofMinutes(1));
}

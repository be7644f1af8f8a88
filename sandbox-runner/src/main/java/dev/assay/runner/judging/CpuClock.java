package dev.assay.runner.judging;

import dev.assay.runner.sandbox.Usage;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Processor time of a container's scripts, one after another; what passes between them does not count. */
final class CpuClock {

    private long earlier;
    private OptionalLong atBeginning = OptionalLong.empty();
    private OptionalLong now = OptionalLong.empty();

    /** A script begins. */
    void begin(Usage usage) {
        earlier += sinceBeginning().orElse(0);
        atBeginning = usage.cpuMicros();
        now = atBeginning;
    }

    /** A script runs, or has just ended. */
    void read(Usage usage) {
        if (atBeginning.isPresent() && usage.cpuMicros().isPresent()) {
            now = usage.cpuMicros();
        }
    }

    /** Empty when the kernel does not tell. */
    Optional<Duration> used() {
        OptionalLong last = sinceBeginning();
        return last.isEmpty() ? Optional.empty() : Optional.of(Duration.ofNanos((earlier + last.getAsLong()) * 1000));
    }

    private OptionalLong sinceBeginning() {
        return now.isEmpty() || atBeginning.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(now.getAsLong() - atBeginning.getAsLong());
    }
}

package dev.assay.runner.judging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Where the time of a judgement goes, from the moment when this is made. Used by the one thread that follows the judgement. */
final class Trace {

    private final long start = System.nanoTime();
    private final List<Timings.Step> steps = new ArrayList<>();

    /** A step that has begun, and may overlap others. */
    final class Open {
        private final String name;
        private final long from = System.nanoTime();

        private Open(String name) {
            this.name = name;
        }

        /** Called once. */
        Duration end() {
            long nanos = System.nanoTime() - from;
            steps.add(new Timings.Step(name, (from - start) / 1000, nanos / 1000));
            return Duration.ofNanos(nanos);
        }
    }

    Open begin(String name) {
        return new Open(name);
    }

    <T> T step(String name, Supplier<T> work) {
        Open step = begin(name);
        try {
            return work.get();
        } finally {
            step.end();
        }
    }

    Duration used() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Those that have ended, in the order of their beginnings. */
    List<Timings.Step> steps() {
        return steps.stream()
                .sorted(Comparator.comparingLong(Timings.Step::from))
                .toList();
    }
}

package dev.assay.exam;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;

/** What a round is measured by, in microseconds. */
interface Measure {
    /** So many calls come first in a round and do not count: who was stopped has to find its feet. */
    int LEAD = 5;

    double of(Service service, Load load);

    /** Put after "the service's". */
    String name();

    static Measure percentile(double percent) {
        return of(
                "p" + Words.digits(percent) + " latency",
                (service, load) -> micros(load.run(LEAD).percentile(percent)));
    }

    static Measure cpuPerCall() {
        return of("processor time for a call", (service, load) -> {
            Supplier<Duration> cpu = () -> service.usage().cpu();
            Duration before = cpu.get();
            load.run(LEAD);
            return micros(cpu.get().minus(before)) / (LEAD + load.calls());
        });
    }

    private static double micros(Duration duration) {
        return Math.max(
                1, duration.toNanos() / (double) ChronoUnit.MICROS.getDuration().toNanos());
    }

    private static Measure of(String name, ToDoubleBiFunction<Service, Load> measure) {
        return new Measure() {
            @Override
            public double of(Service service, Load load) {
                return measure.applyAsDouble(service, load);
            }

            @Override
            public String name() {
                return name;
            }
        };
    }
}

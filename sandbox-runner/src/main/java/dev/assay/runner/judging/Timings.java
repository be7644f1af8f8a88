package dev.assay.runner.judging;

import java.util.List;

/**
 * Where the time of a judgement went, in milliseconds; a phase that was not reached has 0.
 *
 * @param queued until a slot was free, and what was lost to faults of ours before the try that counts
 * @param pod until there was a pod whose containers were started and attached
 * @param examCompile compiling the exam; 0 when it was cached
 * @param deliver sending the files into the workbench
 * @param start from the serve command until the service listened
 * @param trace the steps in the order of their beginnings, finer than the phases
 */
public record Timings(
        long queued,
        long pod,
        long examCompile,
        long deliver,
        long build,
        long start,
        long exam,
        long total,
        List<Step> trace) {

    /**
     * @param from when it began, in microseconds since the judgement began
     * @param micros how long it took
     */
    public record Step(String name, long from, long micros) {}

    public Timings {
        // Judgements that were stored before there was one have none.
        trace = trace == null ? List.of() : List.copyOf(trace);
    }

    /** Of a judgement that came to nothing. */
    public static Timings only(long total) {
        return new Timings(0, 0, 0, 0, 0, 0, 0, total, List.of());
    }

    /** The same after a wait. */
    Timings after(long waited) {
        return new Timings(queued + waited, pod, examCompile, deliver, build, start, exam, waited + total, trace);
    }
}

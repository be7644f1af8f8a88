package dev.assay.runner.judging;

/**
 * Where the time of a judgement went, in milliseconds; a phase that was not reached has 0.
 *
 * @param pod until the containers were started and attached
 * @param examCompile compiling the exam; 0 when it was cached
 * @param deliver sending the files into the workbench
 * @param start from the serve command until the service listened
 */
public record Timings(
        long queued, long pod, long examCompile, long deliver, long build, long start, long exam, long total) {}

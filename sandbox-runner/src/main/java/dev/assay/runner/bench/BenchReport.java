package dev.assay.runner.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a benchmark found. Times are in milliseconds and medians; a spread has the smallest, the middle and the largest.
 *
 * @param rounds measurements behind each median
 * @param slots judgements at one time
 * @param idlePodMiB memory of a pod that waits for work; null when none did
 */
public record BenchReport(
        String machine,
        int rounds,
        int slots,
        List<Measured> environments,
        Throughput throughput,
        @Nullable Spread idlePodMiB) {

    /**
     * @param naiveMillis with the compilation of the exam, which is {@code naiveExamCompileMillis} of it
     * @param warmToBare of the medians; its spread is that of the rounds, each round's times against each other
     * @param warmToNaive likewise
     * @param warmPhases medians of where a warm judgement's time goes
     */
    public record Measured(
            String name,
            String challenge,
            double bareMillis,
            double naiveMillis,
            double naiveExamCompileMillis,
            double coldMillis,
            double warmMillis,
            double warmToBare,
            double warmToNaive,
            Spread bareSpread,
            Spread naiveSpread,
            Spread coldSpread,
            Spread warmSpread,
            Spread warmToBareSpread,
            Spread warmToNaiveSpread,
            Phases warmPhases) {}

    public record Phases(double pod, double deliver, double build, double start, double exam, double total) {}

    /**
     * Right solutions, one after another in each slot.
     *
     * @param ratio of the two
     * @param ratioSpread over the environments
     * @param extraCpuSeconds processor time of the whole machine for a judgement, beyond that of a bare one
     */
    public record Throughput(
            double perMinute,
            double barePerMinute,
            double ratio,
            @Nullable Spread ratioSpread,
            double extraCpuSeconds,
            @Nullable Spread extraCpuSpread,
            int judgements) {}
}

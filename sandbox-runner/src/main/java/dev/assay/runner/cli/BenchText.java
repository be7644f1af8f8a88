package dev.assay.runner.cli;

import dev.assay.runner.bench.BenchReport;
import dev.assay.runner.bench.Spread;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A benchmark for people: medians with their smallest and largest, and what they mean. */
final class BenchText {

    private static final double WARM_TO_BARE = 1.10;
    private static final double WARM_TO_NAIVE = 0.40;
    private static final double THROUGHPUT = 0.85;

    private final Style style;
    private final StringBuilder text = new StringBuilder();

    BenchText(Style style) {
        this.style = style;
    }

    String of(BenchReport report) {
        line(style.strong("From a submission to its verdict, in milliseconds") + ": median (least–most) of "
                + report.rounds() + " rounds; " + report.machine() + ", " + report.slots() + " slots at a time");
        line("");
        line(String.format(
                Locale.ROOT,
                "%-10s %20s %20s %20s %20s %20s %20s",
                "",
                "bare",
                "naive",
                "cold pod",
                "warm pod",
                "warm/bare",
                "warm/naive"));
        report.environments().forEach(this::row);
        line("");
        line(style.strong("Where a warm judgement's time goes") + ", medians in milliseconds");
        line("");
        line(String.format(
                Locale.ROOT, "%-10s %8s %8s %8s %8s %8s %8s", "", "pod", "deliver", "build", "start", "exam", "total"));
        report.environments().forEach(this::phases);
        line("");
        throughput(report.throughput());
        if (report.idlePodMiB() != null) {
            line("A pod that waits for work uses " + cell(report.idlePodMiB()) + " MiB.");
        }
        line("");
        line(style.faint(
                "bare: no container, examiner started before. naive: docker run to build, to serve, to compile"));
        line(style.faint("and run the exam. cold: the pod is made on demand. warm: it was made ahead."));
        line(style.faint(String.format(
                Locale.ROOT,
                "Targets: warm/bare at most %.2f, warm/naive at most %.2f, throughput at least %.0f %% of bare.",
                WARM_TO_BARE,
                WARM_TO_NAIVE,
                100 * THROUGHPUT)));
        return text.toString();
    }

    private void row(BenchReport.Measured one) {
        line(String.format(
                        Locale.ROOT,
                        "%-10s %20s %20s %20s %20s ",
                        one.name(),
                        cell(one.bareSpread()),
                        cell(one.naiveSpread()),
                        cell(one.coldSpread()),
                        cell(one.warmSpread()))
                + ratio(one.warmToBare(), WARM_TO_BARE, one.warmToBareSpread())
                + ratio(one.warmToNaive(), WARM_TO_NAIVE, one.warmToNaiveSpread()));
    }

    private static String cell(Spread spread) {
        return String.format(Locale.ROOT, "%.0f (%.0f–%.0f)", spread.median(), spread.min(), spread.max());
    }

    private String ratio(double value, double most, Spread spread) {
        String shown = String.format(
                Locale.ROOT, "%20s", String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", value, spread.min(), spread.max()));
        return " " + (value <= most ? style.good(shown) : style.doubtful(shown));
    }

    private void phases(BenchReport.Measured one) {
        BenchReport.Phases phases = one.warmPhases();
        line(String.format(
                Locale.ROOT,
                "%-10s %8.0f %8.0f %8.0f %8.0f %8.0f %8.0f",
                one.name(),
                phases.pod(),
                phases.deliver(),
                phases.build(),
                phases.start(),
                phases.exam(),
                phases.total()));
    }

    private void throughput(BenchReport.Throughput throughput) {
        if (throughput.judgements() == 0) {
            line("Throughput was not measured.");
            return;
        }
        String ratio = String.format(Locale.ROOT, "%.0f %%", 100 * throughput.ratio());
        line(String.format(
                        Locale.ROOT,
                        "%s with all slots busy: %.1f judgements a minute, bare %.1f: ",
                        style.strong("Throughput"),
                        throughput.perMinute(),
                        throughput.barePerMinute())
                + (throughput.ratio() >= THROUGHPUT ? style.good(ratio) : style.doubtful(ratio))
                + spread(throughput.ratioSpread(), 100, " %")
                + ", " + throughput.judgements() + " judgements each.");
        line(String.format(
                        Locale.ROOT,
                        "A judgement costs the machine %.2f s of processor time more than a bare one",
                        throughput.extraCpuSeconds())
                + spread(throughput.extraCpuSpread(), 1, " s") + ".");
    }

    private static String spread(@Nullable Spread spread, double factor, String unit) {
        String format = factor == 1 ? " (%.2f–%.2f%s over the environments)" : " (%.0f–%.0f%s over the environments)";
        return spread == null
                ? ""
                : String.format(Locale.ROOT, format, factor * spread.min(), factor * spread.max(), unit);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}

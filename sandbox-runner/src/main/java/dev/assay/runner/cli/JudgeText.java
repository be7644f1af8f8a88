package dev.assay.runner.cli;

import dev.assay.runner.judging.CategoryScore;
import dev.assay.runner.judging.ResourceUsage;
import dev.assay.runner.judging.TestResult;
import dev.assay.runner.judging.Timings;
import dev.assay.runner.judging.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** A judgement as a report for the terminal. */
final class JudgeText {

    private static final int LOG_LINES = 40;
    private static final int MESSAGE_LINES = 8;

    private final Style style;
    private final StringBuilder text = new StringBuilder();

    JudgeText(Style style) {
        this.style = style;
    }

    String of(String title, JudgeReport report) {
        line(style.strong(title) + style.faint("  " + report.packageId() + ", " + report.environment()));
        line("");
        line(verdict(report.verdict()) + "  " + report.score() + " of 100");
        line(Inert.text(report.explanation()));
        if (report.tests().isEmpty()) {
            line("No test was run.");
        } else if (report.tests().stream().allMatch(test -> test.status() == TestResult.Status.NOT_RUN)) {
            line(
                    report.tests().size() == 1
                            ? "The one test was not run."
                            : "None of the " + report.tests().size() + " tests was run.");
        } else {
            categories(report);
            tests(report);
        }
        log("Build log", report.buildLog(), report.verdict() == Verdict.COMPILE_ERROR);
        log("Service log", report.serviceLog(), report.verdict() != Verdict.ACCEPTED);
        line("");
        line(style.faint(timings(report.timings())));
        if (report.seed() != null) {
            line(style.faint("seed " + report.seed() + "; --seed " + report.seed() + " asks the same again"));
        }
        String usage = usage(report.usage());
        if (!usage.isEmpty()) {
            line(style.faint("used: " + usage));
        }
        return text.toString();
    }

    private String verdict(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> style.good(verdict.name());
            case PARTIAL, JUDGE_ERROR -> style.doubtful(verdict.name());
            case REJECTED, COMPILE_ERROR, NOT_READY, RUN_TIME_ERROR, TIME_LIMIT, MEMORY_LIMIT, OUTPUT_LIMIT ->
                style.bad(verdict.name());
        };
    }

    private void categories(JudgeReport report) {
        if (report.categories().isEmpty()) {
            return;
        }
        line("");
        int width = report.categories().stream()
                .mapToInt(category -> category.category().length())
                .max()
                .orElse(0);
        for (CategoryScore category : report.categories()) {
            line(String.format(
                    Locale.ROOT,
                    "  %-" + width + "s  %d of %s, score %d, share %d",
                    category.category(),
                    category.passed(),
                    Count.of(category.total(), "test"),
                    category.score(),
                    category.share()));
        }
    }

    private void tests(JudgeReport report) {
        line("");
        int width = report.tests().stream()
                .mapToInt(test -> Inert.line(test.name()).length())
                .max()
                .orElse(0);
        for (JudgeReport.Test test : report.tests()) {
            line(String.format(
                    Locale.ROOT,
                    "  %s  %-" + width + "s  %6d ms  %s%s",
                    status(test.status()),
                    Inert.line(test.name()),
                    test.millis(),
                    Inert.line(test.title()),
                    test.visible() ? style.faint("  (visible)") : ""));
            if (!test.message().isBlank()) {
                head(test.message(), "           ");
            }
        }
    }

    private String status(TestResult.Status status) {
        return switch (status) {
            case PASSED -> style.good("passed ");
            case FAILED -> style.bad("FAILED ");
            case INCONCLUSIVE -> style.doubtful("unclear");
            case NOT_RUN -> style.bad("NOT RUN");
        };
    }

    private void log(String title, String log, boolean wanted) {
        if (wanted && !log.isBlank()) {
            line("");
            line(title + ":");
            tail(log, "  ");
        }
    }

    /** A message says first what is wrong. */
    private void head(String content, String indent) {
        List<String> lines = Inert.text(content.strip()).lines().toList();
        lines.stream().limit(MESSAGE_LINES).forEach(one -> line(indent + one));
        if (lines.size() > MESSAGE_LINES) {
            line(indent + style.faint("… " + Count.of(lines.size() - MESSAGE_LINES, "more line")));
        }
    }

    /** A log says last what went wrong. */
    private void tail(String content, String indent) {
        List<String> lines = Inert.text(content.strip()).lines().toList();
        int skipped = Math.max(0, lines.size() - LOG_LINES);
        if (skipped > 0) {
            line(indent + style.faint("… " + Count.of(skipped, "line") + " before"));
        }
        lines.stream().skip(skipped).forEach(one -> line(indent + one));
    }

    private static String timings(Timings timings) {
        return String.format(
                Locale.ROOT,
                "%d ms in all: %spod %d, exam compile %d, deliver %d, build %d, start %d, exam %d",
                timings.total(),
                timings.queued() == 0 ? "" : "earlier tries " + timings.queued() + ", ",
                timings.pod(),
                timings.examCompile(),
                timings.deliver(),
                timings.build(),
                timings.start(),
                timings.exam());
    }

    private static String usage(ResourceUsage usage) {
        StringJoiner known = new StringJoiner(", ");
        if (usage.buildCpuMillis() != null) {
            known.add(usage.buildCpuMillis() + " ms of processor time to build");
        }
        if (usage.serviceCpuMillis() != null) {
            known.add(usage.serviceCpuMillis() + " ms to serve");
        }
        if (usage.peakMemoryMiB() != null) {
            known.add("at most " + usage.peakMemoryMiB() + " MiB");
        }
        if (usage.peakProcesses() != null) {
            known.add(usage.peakProcesses() + " processes and threads");
        }
        return known.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}

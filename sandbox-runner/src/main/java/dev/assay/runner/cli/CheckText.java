package dev.assay.runner.cli;

import dev.assay.runner.check.CheckReport;
import java.util.List;
import java.util.Locale;

/** A check of packages as a table for the terminal, and what is wrong below it. */
final class CheckText {

    private static final List<String> KINDS = List.of("starter", "solution", "mutant");

    private final Style style;
    private final StringBuilder text = new StringBuilder();

    CheckText(Style style) {
        this.style = style;
    }

    String of(CheckReport report) {
        line(style.strong(String.format(
                Locale.ROOT,
                "%-28s %9s %9s %9s %14s %11s",
                "package",
                "starters",
                "solutions",
                "mutants",
                "hidden tests",
                "median ms")));
        report.packages().forEach(this::row);
        report.packages().forEach(this::problems);
        line("");
        long failed = report.packages().stream().filter(one -> !one.passed()).count();
        line(String.format(
                        Locale.ROOT,
                        "%s in %.0f s, each source judged %s: ",
                        Count.of(report.judgements(), "judgement"),
                        report.millis() / 1000.0,
                        report.repeat() == 1 ? "once" : report.repeat() + " times")
                + (failed == 0
                        ? style.good("all packages keep what they promise")
                        : style.bad(failed + " of " + report.packages().size()
                                + (failed == 1
                                        ? " packages does not keep what it promises"
                                        : " packages do not keep what they promise"))));
        return text.toString();
    }

    private void row(CheckReport.Checked one) {
        String row = String.format(Locale.ROOT, "%-28s", Inert.line(one.name()));
        for (String kind : KINDS) {
            List<CheckReport.Source> sources = of(one, kind);
            long good = sources.stream().filter(source -> source.wrong() == 0).count();
            String shown = String.format(Locale.ROOT, "%9s", good + "/" + sources.size());
            row += " " + (good == sources.size() ? style.good(shown) : style.bad(shown));
        }
        List<Long> millis =
                one.sources().stream().map(CheckReport.Source::millis).sorted().toList();
        row += String.format(
                Locale.ROOT,
                " %14s %11d",
                one.tests() == 0 ? "–" : one.hiddenTests() + " of " + one.tests(),
                millis.isEmpty() ? 0 : millis.get(millis.size() / 2));
        line(row + (one.passed() ? "" : "  " + style.bad("✗")));
    }

    private void problems(CheckReport.Checked one) {
        if (one.passed()) {
            return;
        }
        line("");
        line(style.strong(Inert.line(one.name())));
        one.problems().forEach(problem -> line("  " + Inert.line(problem)));
        for (CheckReport.Source source : one.sources()) {
            if (source.wrong() > 0) {
                String times =
                        source.judgements() == 1 ? "" : ", " + source.wrong() + " of " + source.judgements() + " times";
                line("  " + style.bad(source.kind() + " " + Inert.line(source.name())) + times + ":");
                source.problems().forEach(problem -> problem.lines().forEach(part -> line("    " + Inert.line(part))));
            }
        }
    }

    private static List<CheckReport.Source> of(CheckReport.Checked one, String kind) {
        return one.sources().stream()
                .filter(source -> source.kind().equals(kind))
                .toList();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}

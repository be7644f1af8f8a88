package dev.assay.runner.cli;

import dev.assay.challenge.icpc.NotImported;
import dev.assay.runner.importing.ImportReport;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** An import as a text for the terminal. */
final class ImportText {

    private final Style style;
    private final StringBuilder text = new StringBuilder();

    ImportText(Style style) {
        this.style = style;
    }

    /** @param made where, if anything was */
    String of(ImportReport report, Optional<Path> made) {
        line(style.strong(Inert.line(report.title())) + "  (format " + report.format() + ", licence: "
                + Inert.line(report.license()) + ")");
        if (!report.submissions().isEmpty()) {
            line("");
            report.submissions().forEach(this::submission);
        }
        if (!report.notImported().isEmpty()) {
            line("");
            line(style.strong("Not imported"));
            report.notImported().forEach(this::left);
        }
        line("");
        if (made.isEmpty()) {
            line(style.bad(
                    "Nothing was made: no submission was accepted, so nothing shows that the exam can be passed."));
            return text.toString();
        }
        made(report, made.get());
        return text.toString();
    }

    private void submission(ImportReport.Judged one) {
        line(String.format(
                Locale.ROOT,
                "  %-44s %-7s %6d ms  %s",
                Inert.line(one.path()),
                one.environment(),
                one.slowestMillis(),
                one.asLabelled()
                        ? style.good(one.seen() + ", as labelled")
                        : style.bad(one.seen() + ", not as labelled")));
        if (!one.asLabelled()) {
            line("      " + Inert.line(one.contradiction()));
        }
    }

    private void left(NotImported one) {
        line("  " + Inert.line(one.file()) + ": " + Inert.line(one.why()));
    }

    private void made(ImportReport report, Path folder) {
        long solutions = uses(report, "solution");
        long mutants = uses(report, "mutant");
        line("Made " + folder.toAbsolutePath().normalize() + ": " + Count.of(report.samples(), "example") + ", "
                + Count.of(report.secretCases(), "secret case") + ", " + Count.of(solutions, "solution") + ", "
                + Count.of(mutants, "mutant") + ".");
        line(String.format(
                Locale.ROOT,
                "A case may take %d s: the slowest of the accepted submissions took %.2f s, times %s.",
                report.limitSeconds(),
                report.slowestMillis() / 1000.0,
                report.multiplier()));
        if (!report.validator().isEmpty()) {
            line("Outputs are judged by the package's own validator, which is in exam/validator/" + report.validator()
                    + ".");
        }
        if (mutants == 0) {
            line(style.doubtful(
                    "No wrong submission could be used, so little is known of what the exam finds: write mutants."));
        }
        if (!report.allAsLabelled()) {
            line(style.doubtful("Not every submission did what its label says; see above."));
        }
        line("Next: read statement.md, set level, minutes and skills in challenge.yaml, and then");
        line("  ./assay check " + folder);
    }

    private static long uses(ImportReport report, String use) {
        return report.submissions().stream()
                .filter(one -> one.use().equals(use))
                .count();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}

package dev.assay.runner.cli;

import dev.assay.runner.judging.JudgeEvent;
import dev.assay.runner.judging.TestResult;
import java.util.Locale;

/**
 * Tells on stderr what is happening: line by line, or on a terminal in one line that is rewritten. Judgements that go on at the same
 * time may tell their phases and notes at the same time.
 */
final class Progress {

    private static final int WIDTH = 100;
    private static final String CLEAR = "\r\u001b[K";

    private final Shell shell;
    private boolean open;
    private int planned;
    private int finished;

    Progress(Shell shell) {
        this.shell = shell;
    }

    void on(JudgeEvent event) {
        switch (event) {
            case JudgeEvent.Queued queued -> {
                if (queued.ahead() > 0) {
                    phase("waiting behind " + queued.ahead());
                }
            }
            case JudgeEvent.Held held -> phase(Inert.line(held.because()));
            case JudgeEvent.PreparingImage image -> detail(image.line());
            case JudgeEvent.Building ignored -> phase("building");
            case JudgeEvent.BuildOutput ignored -> {}
            case JudgeEvent.Starting ignored -> phase("starting the service");
            case JudgeEvent.Examining examining -> {
                planned = examining.tests();
                phase("examining with " + Count.of(planned, "test"));
            }
            case JudgeEvent.Restored restored -> restored(restored);
            case JudgeEvent.TestFinished test -> finished(test.result());
            case JudgeEvent.Retrying retrying -> retrying(retrying);
            case JudgeEvent.Done ignored -> finish();
        }
    }

    /** On a line of its own also on a terminal, for what should be seen at once and not only in the end. */
    synchronized void note(String what) {
        finish();
        what.lines().forEach(line -> shell.err().println("assay: " + Inert.line(line)));
    }

    synchronized void phase(String what) {
        show(what);
    }

    void detail(String line) {
        String text = Inert.line(line).strip();
        if (!text.isEmpty()) {
            show("  " + (text.length() > WIDTH ? text.substring(0, WIDTH) + "…" : text));
        }
    }

    /** Leaves the terminal's line to what is printed next. */
    void finish() {
        if (open) {
            shell.err().print(CLEAR);
            shell.err().flush();
            open = false;
        }
    }

    /** On a line of its own also on a terminal: it is all that remains of a try that failed. */
    private void retrying(JudgeEvent.Retrying event) {
        finish();
        shell.err()
                .printf(
                        Locale.ROOT,
                        "assay: %s%nassay: not the submission's fault; trying again in %.1f s (try %d of %d)%n",
                        Inert.line(event.because()),
                        event.pause().toMillis() / 1000.0,
                        event.next(),
                        event.tries());
        planned = 0;
        finished = 0;
    }

    /** On a line of its own, for the author of the exam. */
    private void restored(JudgeEvent.Restored event) {
        finish();
        shell.err()
                .println("assay: " + Inert.line(event.test()) + " left the " + Inert.line(event.target()) + " "
                        + event.left() + "; it runs again for the next test");
    }

    private void finished(TestResult test) {
        finished++;
        show(String.format(
                Locale.ROOT,
                "  %d/%d %s %s",
                finished,
                planned,
                test.passed() ? "passed" : test.inconclusive() ? "unclear" : "FAILED",
                Inert.line(test.name())));
    }

    private void show(String text) {
        if (shell.terminal()) {
            shell.err().print(CLEAR + text);
            shell.err().flush();
            open = true;
        } else {
            shell.err().println(text);
        }
    }
}

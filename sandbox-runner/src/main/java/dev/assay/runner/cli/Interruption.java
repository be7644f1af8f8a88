package dev.assay.runner.cli;

import dev.assay.runner.LocalRunner;
import java.io.PrintStream;
import java.util.concurrent.locks.LockSupport;

/** Removes a runner's containers when its user presses Ctrl-C, before the process ends. */
final class Interruption {

    private final LocalRunner runner;
    private final PrintStream err;
    private final Thread hook = Thread.ofPlatform().name("interruption").unstarted(this::cleanUp);

    private Interruption(LocalRunner runner, PrintStream err) {
        this.runner = runner;
        this.err = err;
    }

    static Interruption cleaningUp(LocalRunner runner, PrintStream err) {
        Interruption interruption = new Interruption(runner, err);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void cleanUp() {
        try {
            err.println("assay: stopped; removing the containers");
            runner.close();
        } catch (RuntimeException e) {
            err.println("assay: containers may be left: " + Inert.line(String.valueOf(e.getMessage()))
                    + ". The next run removes them.");
        }
    }

    /** Does not return while the process is ending: a judgement that was broken off must not be reported. */
    void end() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            while (true) {
                LockSupport.park(this);
            }
        }
    }
}

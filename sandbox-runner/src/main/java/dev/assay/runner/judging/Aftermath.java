package dev.assay.runner.judging;

import dev.assay.runner.sandbox.Deadline;
import dev.assay.runner.sandbox.Outcome;
import dev.assay.runner.sandbox.Workbench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The last look at a workbench: which limits it has met. */
final class Aftermath {

    /** A workbench that does not answer by then is judged without its word. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final long KIBI = 1024;
    private static final long NOTHING_LEFT = 16 * KIBI;

    private final Case current;
    private final List<String> full = new ArrayList<>();

    Aftermath(Case current) {
        this.current = current;
    }

    /**
     * The ending, where a limit that counts however good the answers are changes it. The engine's word on memory counts, which
     * takes time; the workbench's own only when all else is well.
     */
    Optional<Ending> run(Optional<Ending> ending) {
        Trace.Open step = current.trace().begin("last look");
        try {
            boolean accepted = ending.isEmpty() && current.run().allPassed();
            if (accepted) {
                boolean nothingKilled = deniesKillsForMemory();
                Optional<Outcome> exceeded = current.workbench().exceeded();
                if (nothingKilled || exceeded.isPresent()) {
                    return exceeded.map(outcome -> new Ending(Ending.Stage.EXAM, outcome));
                }
            } else {
                lookAtTheRoom();
            }
            return withMemory(overLimit(ending));
        } finally {
            step.end();
        }
    }

    /** Sentences on the folders that can take no more. */
    List<String> full() {
        return full;
    }

    private Optional<Ending> overLimit(Optional<Ending> ending) {
        Ending.Stage stage = ending.map(Ending::stage).orElse(Ending.Stage.EXAM);
        return current.workbench()
                .exceeded()
                .map(outcome -> new Ending(stage, outcome))
                .or(() -> ending);
    }

    private Optional<Ending> withMemory(Optional<Ending> ending) {
        Outcome end = current.run().pod().stop(PodShape.WORKBENCH);
        // The engine has just answered: had it been away, the streams would have ended before.
        current.run().requireAllButTheWorkbench();
        if (end instanceof Outcome.OutOfMemory exceeded) {
            return Optional.of(new Ending(ending.map(Ending::stage).orElse(Ending.Stage.EXAM), exceeded));
        }
        return ending;
    }

    private boolean deniesKillsForMemory() {
        Member workbench = current.workbench();
        int before = workbench.looks();
        workbench.look();
        boolean answered = current.run()
                .await(
                        Deadline.in(PATIENCE),
                        () -> workbench.looks() > before
                                ? Optional.of(true)
                                : workbench.closed() ? Optional.of(false) : Optional.empty())
                .orElse(false);
        return answered && workbench.usage().killedForMemory().equals(OptionalLong.of(0));
    }

    /** Killed first, because looking needs processes; the kill also tells what was used until then. */
    private void lookAtTheRoom() {
        Member workbench = current.workbench();
        if (workbench.closed()) {
            return;
        }
        workbench.kill();
        workbench.askForRoom();
        current.run()
                .await(
                        Deadline.in(PATIENCE),
                        () -> workbench.room().isPresent() || workbench.closed()
                                ? Optional.of(true)
                                : Optional.empty());
        for (Workbench.Folder folder : workbench.room().orElse(List.of())) {
            PodShape.limitOf(folder.path(), current.limits()).ifPresent(limit -> {
                if (folder.bytes() < NOTHING_LEFT) {
                    full.add(folder.path() + " is full: its limit is " + limit.sizeMiB() + " MiB.");
                } else if (folder.files() == 0) {
                    full.add(folder.path() + " holds as many files as it may: its limit is " + limit.files() + ".");
                }
            });
        }
    }
}

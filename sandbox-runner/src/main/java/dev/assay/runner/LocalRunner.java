package dev.assay.runner;

import dev.assay.runner.dispatch.JudgeQueue;
import dev.assay.runner.judging.Judge;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A runner inside this process. Starting it touches nothing: the engine is asked when there is work. */
public final class LocalRunner implements AutoCloseable {

    private LocalRunner() {}

    public static LocalRunner start(RunnerSettings settings) {
        settings.cache();
        return new LocalRunner();
    }

    /** Judges on the calling thread, outside the queue. */
    public Judge judge() {
        return (request, listener) -> {
            throw new UnsupportedOperationException("Judging is not built yet");
        };
    }

    public JudgeQueue queue() {
        return (request, listener) -> false;
    }

    /** The languages that a challenge may offer, in alphabetical order. */
    public static List<String> environments() {
        return List.of("java", "node", "python");
    }

    /** Why nothing can be judged now, in a sentence with the remedy; empty when the engine is ready. Answers within seconds. */
    public Optional<String> unavailableBecause() {
        return Optional.empty();
    }

    /** Builds the images that judging in this environment needs and that are not there yet. */
    public void prepare(String environment, Consumer<String> progress) {}

    /** Stops the judgements under way and removes this runner's containers. */
    @Override
    public void close() {}
}

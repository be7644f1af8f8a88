package dev.assay.exam.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The runner's lines, read on a thread of their own, so that a test can be answered while it runs. What is no answer waits for
 * its turn.
 */
final class Commands {
    private sealed interface Line {
        record Command(JsonNode json) implements Line {}

        record Unusable(String why) implements Line {}

        record End() implements Line {}
    }

    /** The runner is trusted and sends one command after the other; this only keeps a fault in it from filling the memory. */
    private static final int MOST_WAITING = 16;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final BlockingQueue<Line> lines = new ArrayBlockingQueue<>(MOST_WAITING);

    /**
     * @param answers takes a line at once, on the reading thread, when it is an answer to what a test asked
     * @param noMoreAnswers run on the reading thread when nothing more will come
     */
    Commands(InputStream input, Predicate<JsonNode> answers, Runnable noMoreAnswers) {
        Thread.ofPlatform().name("commands").daemon().start(() -> {
            read(input, answers);
            noMoreAnswers.run();
        });
    }

    /**
     * The next command, or nothing when there will be none.
     *
     * @throws IllegalArgumentException when it is none
     */
    Optional<JsonNode> next() throws InterruptedException {
        return switch (lines.take()) {
            case Line.Command(JsonNode json) -> Optional.of(json);
            case Line.End _ -> Optional.empty();
            case Line.Unusable(String why) -> throw new IllegalArgumentException(why);
        };
    }

    private void read(InputStream input, Predicate<JsonNode> answers) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode json = JSON.readTree(line);
                if (!answers.test(json)) {
                    lines.put(new Line.Command(json));
                }
            }
            lines.put(new Line.End());
        } catch (JacksonException e) {
            giveUp("A command is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            giveUp("The commands cannot be read: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // Without an end the runner would wait for the rest of the exam.
            giveUp("The commands cannot be read: " + e);
        }
    }

    private void giveUp(String why) {
        try {
            lines.put(new Line.Unusable(why));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

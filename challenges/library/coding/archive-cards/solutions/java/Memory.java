import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Remembers what the archive has said. Everything in it is changed under its lock, and nobody who has it waits for the archive. */
final class Memory {
    /** @param text nothing when the archive has no such thing */
    record Answer(Optional<String> text, boolean stale) {}

    private record Kept(Optional<String> text, long freshUntil) {
        boolean isFresh() {
            return System.nanoTime() - freshUntil < 0;
        }

        boolean isUsable() {
            return text.isPresent() && System.nanoTime() - freshUntil < USABLE.toNanos();
        }
    }

    private static final Duration USABLE = Duration.ofHours(1);
    private static final int MOST = 50;

    private final Archive archive;

    /** In the order of access: the one that was wanted last comes last. */
    private final Map<Question, Kept> kept = new LinkedHashMap<>(MOST, 0.75f, true);

    /** Questions on their way, for all who want to know. */
    private final Map<Question, CompletableFuture<Answer>> flights = new HashMap<>();

    Memory(Archive archive) {
        this.archive = archive;
    }

    Answer recall(Question question) throws Failed {
        CompletableFuture<Answer> flight;
        boolean begins;
        synchronized (this) {
            Kept known = kept.get(question);
            if (known != null && known.isFresh()) {
                return new Answer(known.text(), false);
            }
            begins = !flights.containsKey(question);
            flight = flights.computeIfAbsent(question, _ -> new CompletableFuture<>());
        }
        if (begins) {
            fly(question, flight);
        }
        try {
            return flight.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Failed failed) {
                throw failed;
            }
            throw e;
        }
    }

    /** Questions on their way go on for those who wait, but are no longer known here. */
    synchronized void forget(Question.Collection collection, String id) {
        for (Question.Language language : Question.Language.values()) {
            Question question = new Question(collection, id, language);
            kept.remove(question);
            flights.remove(question);
        }
    }

    private void fly(Question question, CompletableFuture<Answer> flight) {
        try {
            Optional<String> text = archive.ask(question);
            keep(question, flight, text);
            flight.complete(new Answer(text, false));
        } catch (Failed failed) {
            fallBack(question, flight)
                    .ifPresentOrElse(flight::complete, () -> flight.completeExceptionally(failed));
        } catch (RuntimeException | Error broken) {
            fallBack(question, flight);
            flight.completeExceptionally(broken);
        }
    }

    private synchronized void keep(Question question, CompletableFuture<Answer> flight, Optional<String> text) {
        // Not known any more: something has changed since it began.
        if (flights.remove(question, flight)) {
            kept.put(
                    question,
                    new Kept(text, System.nanoTime() + question.collection().fresh().toNanos()));
            if (kept.size() > MOST) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }

    private synchronized Optional<Answer> fallBack(Question question, CompletableFuture<Answer> flight) {
        flights.remove(question, flight);
        return Optional.ofNullable(kept.get(question)).filter(Kept::isUsable).map(old -> new Answer(old.text(), true));
    }
}

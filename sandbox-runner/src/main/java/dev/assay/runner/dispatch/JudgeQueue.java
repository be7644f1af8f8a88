package dev.assay.runner.dispatch;

import dev.assay.runner.judging.JudgeEvent;
import dev.assay.runner.judging.JudgeRequest;
import java.util.function.Consumer;

/** Where judgements wait for a slot. */
public interface JudgeQueue {

    /**
     * Returns at once.
     *
     * @param listener told of each event, {@link JudgeEvent.Done} last, on a thread of the queue
     * @return false when the queue is full: nothing was taken, and the listener will not be called
     */
    boolean offer(JudgeRequest request, Consumer<JudgeEvent> listener);

    /**
     * For what nobody waits for with a clock running: taken only when nothing else waits and it can be judged at once. One that
     * cannot tell takes it as any other.
     */
    default boolean offerIfIdle(JudgeRequest request, Consumer<JudgeEvent> listener) {
        return offer(request, listener);
    }
}

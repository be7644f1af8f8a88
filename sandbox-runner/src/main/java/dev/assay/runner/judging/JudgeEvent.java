package dev.assay.runner.judging;

import java.time.Duration;

/** What happens during a judgement, in order; the last one is always {@link Done}. */
public sealed interface JudgeEvent {

    /** @param ahead how many judgements wait before this one */
    record Queued(int ahead) implements JudgeEvent {}

    /** It waits because the runner is at fault; it keeps its place. */
    record Held(String because) implements JudgeEvent {}

    /** An image is being made ready; happens once per environment and version. */
    record PreparingImage(String line) implements JudgeEvent {}

    record Building() implements JudgeEvent {}

    record BuildOutput(String text) implements JudgeEvent {}

    record Starting() implements JudgeEvent {}

    /** The service listens and the exam begins. */
    record Examining(int tests) implements JudgeEvent {}

    /**
     * A test left the service or a dependency stopped or paused, and it runs again for the next one.
     *
     * @param test its name
     * @param target {@code service}, or the name of a dependency
     * @param left {@code stopped} or {@code paused}
     */
    record Restored(String test, String target, String left) implements JudgeEvent {}

    record TestFinished(TestResult result) implements JudgeEvent {}

    /**
     * A fault of ours ended this try; what it told counts no longer, and the next begins anew.
     *
     * @param next number of the next try, at least 2
     * @param pause until it begins
     */
    record Retrying(int next, int tries, Duration pause, String because) implements JudgeEvent {}

    record Done(Judgement judgement) implements JudgeEvent {}
}

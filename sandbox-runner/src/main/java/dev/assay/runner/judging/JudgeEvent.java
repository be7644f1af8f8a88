package dev.assay.runner.judging;

/** What happens during a judgement, in order; the last one is always {@link Done}. */
public sealed interface JudgeEvent {

    /** @param ahead how many judgements wait before this one */
    record Queued(int ahead) implements JudgeEvent {}

    /** An image is being made ready; happens once per environment and version. */
    record PreparingImage(String line) implements JudgeEvent {}

    record Building() implements JudgeEvent {}

    record BuildOutput(String text) implements JudgeEvent {}

    record Starting() implements JudgeEvent {}

    /** The service listens and the exam begins. */
    record Examining(int tests) implements JudgeEvent {}

    record TestFinished(TestResult result) implements JudgeEvent {}

    record Done(Judgement judgement) implements JudgeEvent {}
}

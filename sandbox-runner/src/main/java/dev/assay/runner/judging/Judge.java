package dev.assay.runner.judging;

import java.util.function.Consumer;

/** Judges one submission from request to judgement, on the calling thread. */
public interface Judge {

    /**
     * Never throws for what a submission does, nor for a fault of ours: that is a judgement with
     * {@link Verdict#JUDGE_ERROR}.
     *
     * @param listener told of each event on the calling thread, {@link JudgeEvent.Done} last
     */
    Judgement judge(JudgeRequest request, Consumer<JudgeEvent> listener);
}

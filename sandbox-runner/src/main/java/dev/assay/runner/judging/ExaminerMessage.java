package dev.assay.runner.judging;

import java.util.List;

/** What the examiner says, one JSON object a line. */
sealed interface ExaminerMessage {

    record Hello(int protocol) implements ExaminerMessage {}

    record Compiled(CompiledExam exam) implements ExaminerMessage {}

    record NotCompiled(List<String> diagnostics) implements ExaminerMessage {}

    record Plan(String nonce, List<PlannedTest> tests) implements ExaminerMessage {}

    record Broken(String message) implements ExaminerMessage {}

    /** All that an exam needs has been loaded. */
    record Warm() implements ExaminerMessage {}

    record Ready(String nonce) implements ExaminerMessage {}

    record NotReady(String nonce) implements ExaminerMessage {}

    record Started(String nonce, String name) implements ExaminerMessage {}

    record Finished(String nonce, String name, TestResult.Status status, long millis, String message)
            implements ExaminerMessage {}

    /**
     * A test asks for something to be done, and waits.
     *
     * @param id comes with the answer
     * @param target {@code service}, or the name of a dependency
     */
    record Control(String nonce, int id, String target, String action) implements ExaminerMessage {}

    /** @param left how the test that ran left the target: {@code stopped} or {@code paused} */
    record Restored(String nonce, String target, String left) implements ExaminerMessage {}

    record Done(String nonce) implements ExaminerMessage {}
}

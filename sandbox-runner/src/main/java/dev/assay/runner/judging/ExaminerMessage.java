package dev.assay.runner.judging;

import java.util.List;

/** What the examiner says, one JSON object a line. */
sealed interface ExaminerMessage {

    record Hello(int protocol) implements ExaminerMessage {}

    record Compiled(CompiledExam exam) implements ExaminerMessage {}

    record NotCompiled(List<String> diagnostics) implements ExaminerMessage {}

    record Plan(String nonce, List<PlannedTest> tests) implements ExaminerMessage {}

    record Broken(String message) implements ExaminerMessage {}

    record Ready(String nonce) implements ExaminerMessage {}

    record NotReady(String nonce) implements ExaminerMessage {}

    record Started(String nonce, String name) implements ExaminerMessage {}

    record Finished(String nonce, String name, boolean passed, long millis, String message)
            implements ExaminerMessage {}

    record Done(String nonce) implements ExaminerMessage {}
}

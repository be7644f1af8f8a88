package dev.assay.runner.judging;

/** A test as the exam announces it, before any of the candidate's code has been asked anything. */
record PlannedTest(String name, String title, String category, boolean visible, int weight) {

    TestResult result(TestResult.Status status, long millis, String message) {
        return new TestResult(name, title, category, visible, weight, status, millis, message);
    }

    TestResult notRun() {
        return result(TestResult.Status.NOT_RUN, 0, "");
    }
}

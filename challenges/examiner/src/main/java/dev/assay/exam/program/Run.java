package dev.assay.exam.program;

import dev.assay.exam.BrokenValidator;
import dev.assay.exam.Seed;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Turns what JUnit reports of a run into exactly one result for each planned test. */
final class Run implements TestExecutionListener {
    private final Map<UniqueId, PlannedTest> open;
    private final Report report;
    private final Map<UniqueId, Long> starts = new HashMap<>();
    /** The first failed invocation of a parameterized test, or else the first that was inconclusive. */
    private final Map<UniqueId, Ending> invocationFailures = new HashMap<>();

    private @Nullable Ending classFailure;

    /** @param message why it did not pass */
    private record Ending(Result result, String message) {
        private static final Ending PASSED = new Ending(Result.PASSED, "");

        static Ending of(TestExecutionResult result) {
            String why = result.getThrowable().map(Explanation::of).orElse("The test failed");
            return switch (result.getStatus()) {
                case SUCCESSFUL -> PASSED;
                case ABORTED -> new Ending(Result.INCONCLUSIVE, why);
                case FAILED -> new Ending(Result.FAILED, why);
            };
        }

        static Ending failed(String why) {
            return new Ending(Result.FAILED, why);
        }

        Ending after(String words) {
            return new Ending(result, words + ": " + message);
        }

        boolean passed() {
            return result == Result.PASSED;
        }

        static Ending worse(Ending one, Ending other) {
            return one.result == Result.FAILED || other.result != Result.FAILED ? one : other;
        }
    }

    Run(Map<UniqueId, PlannedTest> plan, Report report) {
        this.open = new LinkedHashMap<>(plan);
        this.report = report;
    }

    @Override
    public synchronized void executionStarted(TestIdentifier id) {
        Seed.begin(id.getUniqueId());
        PlannedTest test = open.get(id.getUniqueIdObject());
        if (test != null) {
            starts.put(id.getUniqueIdObject(), System.nanoTime());
            report.started(test);
        }
    }

    @Override
    public synchronized void executionFinished(TestIdentifier id, TestExecutionResult result) {
        result.getThrowable()
                .filter(BrokenValidator.class::isInstance)
                .ifPresent(broken -> report.broken(String.valueOf(broken.getMessage())));
        Ending ending = Ending.of(result);
        UniqueId key = id.getUniqueIdObject();
        if (open.containsKey(key)) {
            finish(key, ending.passed() ? invocationFailures.getOrDefault(key, ending) : ending);
        } else if (!ending.passed()) {
            UniqueId test = plannedAround(key);
            if (test == null) {
                classFailure = ending;
            } else {
                invocationFailures.merge(test, ending.after(id.getDisplayName()), Ending::worse);
            }
        }
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier id, String reason) {
        UniqueId key = id.getUniqueIdObject();
        if (open.containsKey(key)) {
            report.started(open.get(key));
            finish(key, Ending.failed("The test was skipped: " + reason));
        }
    }

    /** A class that could not be set up has tests that JUnit never starts; they have failed all the same. */
    @Override
    public synchronized void testPlanExecutionFinished(TestPlan plan) {
        for (UniqueId key : open.keySet().toArray(UniqueId[]::new)) {
            PlannedTest test = open.get(key);
            if (test != null) {
                report.started(test);
                finish(
                        key,
                        classFailure == null ? Ending.failed("The test was not run") : classFailure.after("Not run"));
            }
        }
    }

    private void finish(UniqueId key, Ending ending) {
        PlannedTest test = open.remove(key);
        if (test != null) {
            Long start = starts.get(key);
            long millis = start == null
                    ? 0
                    : Duration.ofNanos(System.nanoTime() - start).toMillis();
            report.finished(test, ending.result(), millis, Explanation.cut(ending.message()));
        }
    }

    private @Nullable UniqueId plannedAround(UniqueId key) {
        UniqueId around = key;
        while (around.getSegments().size() > 1) {
            around = around.removeLastSegment();
            if (open.containsKey(around)) {
                return around;
            }
        }
        return null;
    }
}

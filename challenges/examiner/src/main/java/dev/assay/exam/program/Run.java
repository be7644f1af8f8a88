package dev.assay.exam.program;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Turns what JUnit reports of a run into exactly one result for each planned test. */
final class Run implements TestExecutionListener {
    private final Map<UniqueId, PlannedTest> open;
    private final Report report;
    private final Map<UniqueId, Long> starts = new HashMap<>();
    /** The first failed invocation of a parameterized test. */
    private final Map<UniqueId, String> invocationFailures = new HashMap<>();

    private @Nullable String classFailure;

    Run(Map<UniqueId, PlannedTest> plan, Report report) {
        this.open = new LinkedHashMap<>(plan);
        this.report = report;
    }

    @Override
    public synchronized void executionStarted(TestIdentifier id) {
        PlannedTest test = open.get(id.getUniqueIdObject());
        if (test != null) {
            starts.put(id.getUniqueIdObject(), System.nanoTime());
            report.started(test);
        }
    }

    @Override
    public synchronized void executionFinished(TestIdentifier id, TestExecutionResult result) {
        Optional<String> failure = result.getStatus() == Status.SUCCESSFUL
                ? Optional.empty()
                : Optional.of(result.getThrowable().map(Explanation::of).orElse("The test failed"));
        UniqueId key = id.getUniqueIdObject();
        if (open.containsKey(key)) {
            finish(key, failure.or(() -> Optional.ofNullable(invocationFailures.get(key))));
        } else if (failure.isPresent()) {
            UniqueId test = plannedAround(key);
            if (test == null) {
                classFailure = failure.get();
            } else {
                invocationFailures.putIfAbsent(test, id.getDisplayName() + ": " + failure.get());
            }
        }
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier id, String reason) {
        UniqueId key = id.getUniqueIdObject();
        if (open.containsKey(key)) {
            report.started(open.get(key));
            finish(key, Optional.of("The test was skipped: " + reason));
        }
    }

    /** A class that could not be set up has tests that JUnit never starts; they have failed all the same. */
    @Override
    public synchronized void testPlanExecutionFinished(TestPlan plan) {
        for (UniqueId key : open.keySet().toArray(UniqueId[]::new)) {
            PlannedTest test = open.get(key);
            if (test != null) {
                report.started(test);
                finish(key, Optional.of(classFailure == null ? "The test was not run" : "Not run: " + classFailure));
            }
        }
    }

    private void finish(UniqueId key, Optional<String> failure) {
        PlannedTest test = open.remove(key);
        if (test != null) {
            Long start = starts.get(key);
            long millis = start == null
                    ? 0
                    : Duration.ofNanos(System.nanoTime() - start).toMillis();
            report.finished(test, failure.isEmpty(), millis, Explanation.cut(failure.orElse("")));
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

package dev.assay.runner.judging;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Limits;
import dev.assay.runner.sandbox.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What happened, turned into what it means. */
final class Verdicts {

    /** @param explanation for people: what the verdict rests on, with the limit and what was used */
    record Finding(Verdict verdict, String explanation) {}

    private Verdicts() {}

    static Finding of(Challenge challenge, Optional<Ending> ending, List<TestResult> tests) {
        return ending.map(end -> switch (end.stage()) {
                    case BUILD -> build(challenge.limits(), end.outcome());
                    case START -> start(challenge, end.outcome());
                    case EXAM -> exam(challenge.limits(), end.outcome(), tests);
                })
                .orElseGet(() -> complete(tests));
    }

    private static Finding build(Limits limits, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Exited(int status) ->
                new Finding(
                        Verdict.COMPILE_ERROR,
                        "The build failed with exit status " + status + "; what it printed says why.");
            case Outcome.Killed(int signal) ->
                new Finding(Verdict.COMPILE_ERROR, "The build was ended by signal " + signal + ".");
            case Outcome.Vanished() ->
                new Finding(
                        Verdict.COMPILE_ERROR, "The build ended without an exit status: it was killed from within.");
            case Outcome.TimedOut(Duration limit) ->
                new Finding(
                        Verdict.TIME_LIMIT, "The build had not ended after " + seconds(limit) + ", its time limit.");
            case Outcome.OutOfMemory() -> memory("The build", limits);
            case Outcome.OutputExceeded(int limitKiB) -> output("The build", limitKiB);
        };
    }

    private static Finding start(Challenge challenge, Outcome outcome) {
        String port = "port " + challenge.port();
        return switch (outcome) {
            case Outcome.Exited(int status)
            when status == 0 ->
                new Finding(
                        Verdict.NOT_READY,
                        "The service ended with exit status 0 before it listened on " + port
                                + "; it must go on running and answer there.");
            case Outcome.Exited(int status) ->
                new Finding(
                        Verdict.RUN_TIME_ERROR,
                        "The service ended with exit status " + status + " before it listened on " + port + ".");
            case Outcome.Killed(int signal) ->
                new Finding(
                        Verdict.RUN_TIME_ERROR,
                        "The service was ended by signal " + signal + " before it listened on " + port + ".");
            case Outcome.Vanished() ->
                new Finding(
                        Verdict.RUN_TIME_ERROR,
                        "The service was killed from within before it listened on " + port + ".");
            case Outcome.TimedOut(Duration limit) ->
                new Finding(
                        Verdict.NOT_READY,
                        "The service did not listen on " + port + " within " + seconds(limit)
                                + ", the limit for becoming ready.");
            case Outcome.OutOfMemory() -> memory("The service", challenge.limits());
            case Outcome.OutputExceeded(int limitKiB) -> output("The service", limitKiB);
        };
    }

    private static Finding exam(Limits limits, Outcome outcome, List<TestResult> tests) {
        String sofar = passed(tests) + " of " + tests.size() + " tests had passed";
        return switch (outcome) {
            case Outcome.Exited(int status) ->
                new Finding(
                        Verdict.RUN_TIME_ERROR,
                        "The service ended by itself during the exam, with exit status " + status + "; " + sofar + ".");
            case Outcome.Killed(int signal) ->
                new Finding(
                        Verdict.RUN_TIME_ERROR,
                        "The service was ended by signal " + signal + " during the exam; " + sofar + ".");
            case Outcome.Vanished() ->
                new Finding(
                        Verdict.RUN_TIME_ERROR, "The service was killed from within during the exam; " + sofar + ".");
            case Outcome.TimedOut(Duration limit) ->
                new Finding(
                        Verdict.TIME_LIMIT,
                        "The exam had not ended after " + seconds(limit) + ", its time limit; " + sofar + ".");
            case Outcome.OutOfMemory() -> memory("The service", limits);
            case Outcome.OutputExceeded(int limitKiB) -> output("The service", limitKiB);
        };
    }

    private static Finding complete(List<TestResult> tests) {
        long passed = passed(tests);
        if (passed == tests.size()) {
            return new Finding(Verdict.ACCEPTED, "All " + tests.size() + " tests passed.");
        }
        if (passed == 0) {
            return new Finding(Verdict.REJECTED, "None of the " + tests.size() + " tests passed.");
        }
        return new Finding(Verdict.PARTIAL, passed + " of " + tests.size() + " tests passed.");
    }

    private static Finding memory(String what, Limits limits) {
        return new Finding(
                Verdict.MEMORY_LIMIT,
                what + " needed more than its memory limit of " + limits.memoryMiB()
                        + " MiB, files in /work and /tmp included, and the system killed a process.");
    }

    private static Finding output(String what, int limitKiB) {
        return new Finding(Verdict.OUTPUT_LIMIT, what + " printed more than its output limit of " + limitKiB + " KiB.");
    }

    private static long passed(List<TestResult> tests) {
        return tests.stream().filter(TestResult::passed).count();
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}

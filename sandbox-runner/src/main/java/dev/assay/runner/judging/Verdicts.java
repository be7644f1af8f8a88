package dev.assay.runner.judging;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Limits;
import dev.assay.runner.sandbox.Outcome;
import dev.assay.runner.sandbox.SandboxFault;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What happened, turned into what it means. */
final class Verdicts {

    /** A process that computes for less than this part of the time waits for something; for more than that part, it computes. */
    private static final double WAITS = 0.1;

    private static final double COMPUTES = 0.6;

    private static final long MEBI = 1024 * 1024;

    /** @param explanation for people: what the verdict rests on, with the limit and what was used */
    record Finding(Verdict verdict, String explanation) {}

    private final Challenge challenge;
    private final Limits limits;
    private final List<TestResult> tests;
    private final Measures measures;

    private Verdicts(Challenge challenge, List<TestResult> tests, Measures measures) {
        this.challenge = challenge;
        this.limits = challenge.limits();
        this.tests = tests;
        this.measures = measures;
    }

    static Finding of(Challenge challenge, Optional<Ending> ending, List<TestResult> tests, Measures measures) {
        Verdicts verdicts = new Verdicts(challenge, tests, measures);
        Finding finding = ending.map(end -> switch (end.stage()) {
                    case BUILD -> verdicts.build(end.outcome());
                    case START -> verdicts.start(end.outcome());
                    case EXAM -> verdicts.exam(end.outcome());
                })
                .orElseGet(verdicts::complete);
        return finding.verdict() == Verdict.ACCEPTED
                ? finding
                : new Finding(finding.verdict(), finding.explanation() + verdicts.limitsMet());
    }

    private Finding build(Outcome outcome) {
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
                        Verdict.TIME_LIMIT,
                        "The build had not ended after " + seconds(limit) + ", its time limit"
                                + used("; it", measures.buildCpu(), limit) + ".");
            case Outcome.CpuExceeded(Duration limit, Duration used) ->
                new Finding(
                        Verdict.TIME_LIMIT,
                        "The build used " + tenths(used) + " of processor time, more than its limit of "
                                + seconds(limit) + ".");
            case Outcome.OutOfMemory() -> memory("The build");
            case Outcome.OutputExceeded(int limitKiB) -> output("The build", limitKiB);
        };
    }

    private Finding start(Outcome outcome) {
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
                                + ", the limit for becoming ready" + used("; it", measures.serviceCpu(), limit) + ".");
            case Outcome.CpuExceeded(Duration limit, Duration used) ->
                new Finding(
                        Verdict.TIME_LIMIT,
                        "The service used " + tenths(used) + " of processor time before it listened on " + port
                                + ", more than its limit of " + seconds(limit) + ".");
            case Outcome.OutOfMemory() -> memory("The service");
            case Outcome.OutputExceeded(int limitKiB) -> output("The service", limitKiB);
        };
    }

    private Finding exam(Outcome outcome) {
        String sofar = passed() + " of " + tests.size() + (tests.size() == 1 ? " test" : " tests") + " had passed";
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
                        "The exam had not ended after " + seconds(limit) + ", its time limit; " + sofar
                                + used(". The service", measures.serviceCpu(), limit) + ".");
            case Outcome.CpuExceeded(Duration limit, Duration used) ->
                new Finding(
                        Verdict.TIME_LIMIT,
                        "The service used " + tenths(used) + " of processor time, more than its limit of "
                                + seconds(limit) + " for start and exam together; " + sofar + ".");
            case Outcome.OutOfMemory() -> memory("The service");
            case Outcome.OutputExceeded(int limitKiB) -> output("The service", limitKiB);
        };
    }

    private Finding complete() {
        long passed = passed();
        long told = tests.stream().filter(test -> !test.inconclusive()).count();
        if (told == 0) {
            throw new SandboxFault(
                    "The machine was too unsteady for each test of the exam, all of which compare speeds:"
                            + " judge again when less runs on it, or give the runner fewer slots");
        }
        if (passed == told) {
            String all = told == 1 ? "The one test passed." : "All " + told + " tests passed.";
            return new Finding(Verdict.ACCEPTED, all + untold(tests.size() - told));
        }
        if (passed == 0) {
            String none = told == 1 ? "The one test did not pass." : "None of the " + told + " tests passed.";
            return new Finding(Verdict.REJECTED, none + untold(tests.size() - told));
        }
        return new Finding(Verdict.PARTIAL, passed + " of " + told + " tests passed." + untold(tests.size() - told));
    }

    private static String untold(long tests) {
        return tests == 0
                ? ""
                : " The machine was too unsteady to tell the result of " + (tests == 1 ? "one more" : tests + " more")
                        + ", which counts for nothing.";
    }

    private Finding memory(String what) {
        String peak = measures.usage().memoryBytes().isEmpty()
                ? ""
                : "; at its peak it held "
                        + Math.round((double) measures.usage().memoryBytes().getAsLong() / MEBI) + " MiB";
        return new Finding(
                Verdict.MEMORY_LIMIT,
                what + " needed more than its memory limit of " + limits.memoryMiB()
                        + " MiB, files in /work and /tmp included, and the system killed a process" + peak + ".");
    }

    private static Finding output(String what, int limitKiB) {
        return new Finding(Verdict.OUTPUT_LIMIT, what + " printed more than its output limit of " + limitKiB + " KiB.");
    }

    /** Limits that end nothing by themselves, but may be why it went wrong. */
    private String limitsMet() {
        StringBuilder met = new StringBuilder();
        long refused = measures.usage().refusedProcesses().orElse(0);
        if (refused > 0) {
            met.append(" The limit of ")
                    .append(limits.processes())
                    .append(" processes and threads was met ")
                    .append(refused == 1 ? "once" : refused + " times")
                    .append('.');
        }
        measures.full().forEach(sentence -> met.append(' ').append(sentence));
        return met.toString();
    }

    private long passed() {
        return tests.stream().filter(TestResult::passed).count();
    }

    /** What tells waiting from computing; nothing when the kernel does not tell. */
    private static String used(String who, Optional<Duration> cpu, Duration wall) {
        return cpu.map(time -> {
                    double part = (double) time.toNanos() / wall.toNanos();
                    String meaning = part < WAITS
                            ? ", so it seems to wait for something"
                            : part > COMPUTES ? ": it computes" : "";
                    return who + " used " + tenths(time) + " of processor time" + meaning;
                })
                .orElse("");
    }

    private static String tenths(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}

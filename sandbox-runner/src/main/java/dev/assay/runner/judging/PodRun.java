package dev.assay.runner.judging;

import dev.assay.runner.sandbox.Deadline;
import dev.assay.runner.sandbox.Mailbox;
import dev.assay.runner.sandbox.Outcome;
import dev.assay.runner.sandbox.Pod;
import dev.assay.runner.sandbox.PodSpec;
import dev.assay.runner.sandbox.Pods;
import dev.assay.runner.sandbox.SandboxFault;
import dev.assay.runner.sandbox.Workbench;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A pod as the one thread that follows it knows it: what has been heard so far, and waiting for more. It may be handed to
 * another thread once, between being prepared and being used.
 */
public final class PodRun implements AutoCloseable {

    /** What PID 1 of the workbench may say in a phase; a hundred times what it needs. */
    private static final int CONTROL_KIB = 64;

    private static final int EXAMINER_KIB = 8 * 1024;
    private static final SecureRandom random = new SecureRandom();

    private static final Duration BREATH = Duration.ofMillis(100);

    /** What a script printed last may come after the word of its end. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Mailbox mailbox = new Mailbox();
    private final String nonce = nonce();
    private final Pod pod;
    private final Workbench workbench;
    private Consumer<TestResult> onResult = result -> {};
    private final Map<String, TestResult> results = new LinkedHashMap<>();
    private Transcript transcript;
    private Runnable eachBreath = () -> {};
    private Map<String, PlannedTest> plan = Map.of();
    private boolean planned;
    private boolean examinerStarted;
    private boolean workbenchStarted;
    private @Nullable Boolean listening;
    private boolean examined;
    private Workbench.Reply.@Nullable Put put;
    private Workbench.Reply.@Nullable Ended ended;
    private long endedAt;
    private boolean killed;
    private boolean looking;
    private boolean looked;
    private int killedForMemory;
    private boolean scriptGone;
    private boolean workbenchClosed;
    private @Nullable Integer exceededKiB;
    private long lastLook;

    private PodRun(Pods pods, PodSpec spec) {
        mailbox.allow(PodShape.EXAMINER, EXAMINER_KIB, EXAMINER_KIB);
        mailbox.allow(PodShape.WORKBENCH, CONTROL_KIB, CONTROL_KIB);
        pod = pods.start(spec, mailbox);
        workbench = new Workbench(pod, PodShape.WORKBENCH, nonce);
        transcript = transcript();
        workbench.begin();
    }

    /** Returns when the containers run; what starts in them may still be starting. */
    static PodRun start(Pods pods, PodSpec spec) {
        return new PodRun(pods, spec);
    }

    /** Whether everything in the pod has started and waits for a submission. */
    Optional<Boolean> prepared() {
        return examinerStarted && workbenchStarted ? Optional.of(true) : Optional.empty();
    }

    Pod pod() {
        return pod;
    }

    /** What nobody inside the workbench can guess. */
    String secret() {
        return nonce;
    }

    /** Records what a script prints; an end mark in it is not kept. */
    Transcript transcript() {
        return new Transcript(Workbench.endMark(nonce));
    }

    /** Runs the action on the following thread, in its turn. */
    void post(Runnable action) {
        mailbox.post(action);
    }

    void onResult(Consumer<TestResult> listener) {
        onResult = listener;
    }

    Workbench workbench() {
        return workbench;
    }

    void tellExaminer(byte[] line) {
        pod.send(PodShape.EXAMINER, line);
    }

    /** From now on what the workbench prints goes to this transcript; the action is run every now and then. */
    void record(Transcript to, int limitKiB, Runnable action) {
        mailbox.allow(PodShape.WORKBENCH, CONTROL_KIB, limitKiB);
        transcript = to;
        eachBreath = action;
        ended = null;
        scriptGone = false;
        exceededKiB = null;
    }

    /** Waits until there is an answer or the time is over. */
    <T> Optional<T> await(Deadline deadline, Supplier<Optional<T>> answer) {
        while (true) {
            Optional<T> found = answer.get();
            if (found.isPresent() || deadline.passed()) {
                eachBreath.run();
                return found;
            }
            Duration left = deadline.left();
            mailbox.next(left.compareTo(BREATH) < 0 ? left : BREATH).ifPresent(this::absorb);
            eachBreath.run();
        }
    }

    Optional<Integer> putStatus() {
        return Optional.ofNullable(put).map(Workbench.Reply.Put::status);
    }

    Optional<Boolean> killedAll() {
        return killed ? Optional.of(true) : workbenchEnd().map(end -> false);
    }

    Optional<List<PlannedTest>> plan() {
        return planned ? Optional.of(List.copyOf(plan.values())) : Optional.empty();
    }

    Optional<Boolean> listening() {
        return Optional.ofNullable(listening);
    }

    boolean examined() {
        return examined;
    }

    /** How the script that runs in the workbench came to an end, when it did. Asks now and then whether it still runs. */
    Optional<Outcome> end() {
        if (exceededKiB != null) {
            return exceeded();
        }
        if (ended != null) {
            boolean heardOut = transcript.complete() || System.nanoTime() - endedAt > LAST_WORDS.toNanos();
            return heardOut ? Optional.of(Outcome.ofStatus(ended.status())) : workbenchEnd();
        }
        if (scriptGone) {
            return Optional.of(new Outcome.Vanished());
        }
        if (!looking && System.nanoTime() - lastLook > LOOK_EVERY.toNanos()) {
            look();
        }
        return workbenchEnd();
    }

    /** A limit counts however good the answers are, or the verdict would depend on which of the two came first. */
    Optional<Outcome> exceeded() {
        return Optional.ofNullable(exceededKiB).map(Outcome.OutputExceeded::new);
    }

    private Optional<Outcome> workbenchEnd() {
        return workbenchClosed ? Optional.of(new Outcome.Vanished()) : Optional.empty();
    }

    /** Whether the workbench answers in time that the kernel has killed none of its processes for want of memory. */
    boolean deniesKillsForMemory(Duration atMost) {
        looked = false;
        look();
        await(
                Deadline.in(atMost),
                () -> looked ? Optional.of(true) : workbenchEnd().map(end -> true));
        return looked && killedForMemory == 0;
    }

    /** Each planned test with its result so far. */
    List<TestResult> results() {
        List<TestResult> all = new ArrayList<>();
        plan.values().forEach(test -> all.add(results.getOrDefault(test.name(), test.notRun())));
        return all;
    }

    private void look() {
        looking = true;
        lastLook = System.nanoTime();
        workbench.look();
    }

    private void absorb(Mailbox.Event event) {
        switch (event) {
            case Mailbox.Event.Noted(String _, Runnable action) -> action.run();
            case Mailbox.Event.Line(String container, String text) -> {
                if (container.equals(PodShape.EXAMINER)) {
                    examinerSaid(ExaminerProtocol.read(text));
                } else {
                    workbench.read(text).ifPresent(this::workbenchSaid);
                }
            }
            case Mailbox.Event.Printed(String container, byte[] bytes) -> {
                if (container.equals(PodShape.WORKBENCH)) {
                    transcript.add(bytes);
                }
            }
            case Mailbox.Event.Exceeded(String container, int limitKiB) -> {
                if (container.equals(PodShape.WORKBENCH)) {
                    exceededKiB = limitKiB;
                } else {
                    throw examinerFault("printed more than " + limitKiB + " KiB");
                }
            }
            case Mailbox.Event.Closed(String container) -> {
                if (!container.equals(PodShape.WORKBENCH)) {
                    throw examinerFault("ended, or the Docker engine did");
                }
                workbenchClosed = true;
            }
        }
    }

    private static SandboxFault examinerFault(String what) {
        return new SandboxFault("The examiner " + what + ": judge again, and run ./assay doctor if it happens again");
    }

    private void workbenchSaid(Workbench.Reply reply) {
        switch (reply) {
            case Workbench.Reply.Ready() -> workbenchStarted = true;
            case Workbench.Reply.Put done -> put = done;
            case Workbench.Reply.Ended end -> {
                ended = end;
                endedAt = System.nanoTime();
            }
            case Workbench.Reply.Killed() -> killed = true;
            case Workbench.Reply.Look(boolean running, int count) -> {
                looking = false;
                looked = true;
                killedForMemory = count;
                // The end of a script is told before the answer to a look that finds it gone, unless it was killed too.
                scriptGone = !running;
            }
        }
    }

    private void examinerSaid(ExaminerMessage message) {
        switch (message) {
            case ExaminerMessage.Hello(int protocol)
            when protocol != ExaminerProtocol.VERSION ->
                throw examinerFault("speaks protocol " + protocol + " and not " + ExaminerProtocol.VERSION);
            case ExaminerMessage.Hello _ -> examinerStarted = true;
            case ExaminerMessage.Plan(String of, List<PlannedTest> tests)
            when of.equals(nonce) -> {
                Map<String, PlannedTest> named = new LinkedHashMap<>();
                tests.forEach(test -> named.put(test.name(), test));
                plan = named;
                planned = true;
            }
            case ExaminerMessage.Ready(String of) when of.equals(nonce) -> listening = true;
            case ExaminerMessage.NotReady(String of) when of.equals(nonce) -> listening = false;
            case ExaminerMessage.Started(String of, String _) when of.equals(nonce) -> {}
            case ExaminerMessage.Finished(String of, String name, boolean passed, long millis, String text)
            when of.equals(nonce) -> finished(name, passed, millis, text);
            case ExaminerMessage.Done(String of) when of.equals(nonce) -> examined = true;
            case ExaminerMessage.Broken(String text) ->
                throw new SandboxFault("The exam cannot be run; correct the package: " + text);
            default -> throw examinerFault("said something out of turn");
        }
    }

    private void finished(String name, boolean passed, long millis, String message) {
        PlannedTest test = plan.get(name);
        if (test == null) {
            throw examinerFault("reported the test " + name + ", which it had not planned");
        }
        TestResult result = test.result(passed ? TestResult.Status.PASSED : TestResult.Status.FAILED, millis, message);
        results.put(name, result);
        onResult.accept(result);
    }

    private static String nonce() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        pod.close();
    }
}

package dev.assay.runner.judging;

import dev.assay.runner.environment.DependencyServer;
import dev.assay.runner.sandbox.Deadline;
import dev.assay.runner.sandbox.Mailbox;
import dev.assay.runner.sandbox.Pod;
import dev.assay.runner.sandbox.PodSpec;
import dev.assay.runner.sandbox.Pods;
import dev.assay.runner.sandbox.SandboxFault;
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

    private static final int EXAMINER_KIB = 8 * 1024;
    private static final String ENDED = "ended, or the Docker engine did";
    private static final String AGAIN = ": judge again, and run ./assay doctor if it happens again";
    private static final SecureRandom random = new SecureRandom();

    private static final Duration BREATH = Duration.ofMillis(100);

    private final Mailbox mailbox = new Mailbox();
    private final String nonce = nonce();
    private final Pod pod;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final PodDependencies dependencies = new PodDependencies();
    private Consumer<TestResult> onResult = result -> {};
    private final Map<String, TestResult> results = new LinkedHashMap<>();
    private Consumer<JudgeEvent.Restored> onRestored = restored -> {};
    private String running = "";
    private @Nullable Consumer<ExaminerMessage.Control> onControl;
    private Runnable eachBreath = () -> {};
    private Map<String, PlannedTest> plan = Map.of();
    private Runnable onPlan = () -> {};
    private boolean planned;
    private boolean examinerStarted;
    private boolean examinerWarm;
    private @Nullable Boolean listening;
    private boolean examined;

    private PodRun(Pods pods, PodSpec spec, List<DependencyServer> servers) {
        mailbox.allow(PodShape.EXAMINER, EXAMINER_KIB, EXAMINER_KIB);
        spec.members().forEach(member -> Member.allow(mailbox, member.name()));
        pod = pods.start(spec, mailbox);
        spec.members().forEach(member -> members.put(member.name(), new Member(member.name(), nonce, pod, mailbox)));
        servers.forEach(server -> dependencies.add(server, member(server.name())));
        members.values().forEach(Member::begin);
    }

    /** Returns when the containers run; what starts in them may still be starting. */
    static PodRun start(Pods pods, PodSpec spec, List<DependencyServer> servers) {
        return new PodRun(pods, spec, servers);
    }

    /** Whether everything in the pod has started and waits for a submission. */
    Optional<Boolean> prepared() {
        return examinerStarted && members.values().stream().allMatch(Member::started) && dependencies.ready()
                ? Optional.of(true)
                : Optional.empty();
    }

    /** Lets the examiner load what every exam needs; {@link #warm} tells when it has. */
    void warmUp() {
        tellExaminer(ExaminerProtocol.warmUp());
    }

    Optional<Boolean> warm() {
        return examinerWarm ? Optional.of(true) : Optional.empty();
    }

    /** Whether nothing in the pod has ended so far; to be asked while it waits to be used. Answers at once. */
    boolean intact() {
        try {
            for (Optional<Mailbox.Event> event = mailbox.next(Duration.ZERO);
                    event.isPresent();
                    event = mailbox.next(Duration.ZERO)) {
                absorb(event.get());
            }
        } catch (SandboxFault ended) {
            return false;
        }
        return members.values().stream()
                .noneMatch(member -> member.closed() || member.stopped().isPresent());
    }

    Pod pod() {
        return pod;
    }

    /** What nobody inside the workbench can guess. */
    String secret() {
        return nonce;
    }

    /** Runs the action on the following thread, in its turn. */
    void post(Runnable action) {
        mailbox.post(action);
    }

    void onResult(Consumer<TestResult> listener) {
        onResult = listener;
    }

    /** Run once, when the examiner has told the tests that there are. */
    void onPlan(Runnable action) {
        onPlan = action;
    }

    /** From now on tests may ask for something to be done. */
    void onControl(Consumer<ExaminerMessage.Control> listener) {
        onControl = listener;
    }

    void onRestored(Consumer<JudgeEvent.Restored> listener) {
        onRestored = listener;
    }

    PodDependencies dependencies() {
        return dependencies;
    }

    /** Where the candidate's code runs. */
    Member workbench() {
        return member(PodShape.WORKBENCH);
    }

    /** Whether there is a second workbench, for the solution that the submission is compared with. */
    boolean hasReference() {
        return members.containsKey(PodShape.REFERENCE);
    }

    /** @throws IllegalArgumentException when the pod's shape has none of this name */
    Member member(String name) {
        Member member = members.get(name);
        if (member == null) {
            throw new IllegalArgumentException("The pod has no " + name);
        }
        return member;
    }

    void tellExaminer(byte[] line) {
        pod.send(PodShape.EXAMINER, line);
    }

    /** From now on the action is run every now and then while something is waited for. */
    void eachBreath(Runnable action) {
        eachBreath = action;
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

    Optional<List<PlannedTest>> plan() {
        return planned ? Optional.of(List.copyOf(plan.values())) : Optional.empty();
    }

    Optional<Boolean> listening() {
        return Optional.ofNullable(listening);
    }

    boolean examined() {
        return examined;
    }

    /**
     * Throws when any container but the workbench is lost. The candidate's code cannot end another, so the engine or somebody
     * outside did, and the end of the workbench need not be its own either.
     */
    void requireAllButTheWorkbench() {
        if (mailbox.hasEnded(PodShape.EXAMINER)) {
            throw examinerFault(ENDED);
        }
        for (Member member : members.values()) {
            if (member != workbench() && mailbox.hasEnded(member.name())) {
                throw new SandboxFault("The container of " + member.name() + " " + ENDED + AGAIN);
            }
        }
    }

    /** Whether each test that came to a result has passed. */
    boolean allPassed() {
        return results().stream().allMatch(test -> test.passed() || test.inconclusive());
    }

    /** Each planned test with its result so far. */
    List<TestResult> results() {
        List<TestResult> all = new ArrayList<>();
        plan.values().forEach(test -> all.add(results.getOrDefault(test.name(), test.notRun())));
        return all;
    }

    private void absorb(Mailbox.Event event) {
        if (event instanceof Mailbox.Event.Noted(String _, Runnable action)) {
            action.run();
            return;
        }
        Member member = members.get(event.container());
        if (member != null) {
            member.absorb(event);
            dependencies.advance();
            return;
        }
        switch (event) {
            case Mailbox.Event.Line(String _, String text) -> examinerSaid(ExaminerProtocol.read(text));
            case Mailbox.Event.Exceeded(String _, int limitKiB) ->
                throw examinerFault("printed more than " + limitKiB + " KiB");
            case Mailbox.Event.Closed _ -> throw examinerFault(ENDED);
            case Mailbox.Event.Printed _, Mailbox.Event.Noted _ -> {}
        }
    }

    private static SandboxFault examinerFault(String what) {
        return new SandboxFault("The examiner " + what + AGAIN);
    }

    private void examinerSaid(ExaminerMessage message) {
        switch (message) {
            case ExaminerMessage.Hello(int protocol)
            when protocol != ExaminerProtocol.VERSION ->
                throw examinerFault("speaks protocol " + protocol + " and not " + ExaminerProtocol.VERSION);
            case ExaminerMessage.Hello _ -> examinerStarted = true;
            case ExaminerMessage.Warm() -> examinerWarm = true;
            case ExaminerMessage.Plan(String of, List<PlannedTest> tests)
            when of.equals(nonce) -> {
                Map<String, PlannedTest> named = new LinkedHashMap<>();
                tests.forEach(test -> named.put(test.name(), test));
                plan = named;
                planned = true;
                onPlan.run();
            }
            case ExaminerMessage.Ready(String of) when of.equals(nonce) -> listening = true;
            case ExaminerMessage.NotReady(String of) when of.equals(nonce) -> listening = false;
            case ExaminerMessage.Started(String of, String name) when of.equals(nonce) -> running = name;
            case ExaminerMessage.Finished(String of, String name, TestResult.Status status, long millis, String text)
            when of.equals(nonce) -> finished(name, status, millis, text);
            case ExaminerMessage.Control control
            when control.nonce().equals(nonce) && onControl != null -> {
                // A test that was left behind may still ask when all is over.
                if (!examined) {
                    onControl.accept(control);
                }
            }
            case ExaminerMessage.Restored(String of, String target, String left)
            when of.equals(nonce) -> onRestored.accept(new JudgeEvent.Restored(running, target, left));
            case ExaminerMessage.Done(String of) when of.equals(nonce) -> examined = true;
            case ExaminerMessage.Broken(String text) ->
                throw new SandboxFault(
                        SandboxFault.Kind.PACKAGE, "The exam cannot be run; correct the package: " + text);
            default -> throw examinerFault("said something out of turn");
        }
    }

    private void finished(String name, TestResult.Status status, long millis, String message) {
        PlannedTest test = plan.get(name);
        if (test == null) {
            throw examinerFault("reported the test " + name + ", which it had not planned");
        }
        TestResult result = test.result(status, millis, message);
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

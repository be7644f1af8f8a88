package dev.assay.runner.judging;

import dev.assay.runner.sandbox.Deadline;
import dev.assay.runner.sandbox.SandboxFault;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does to the service and its dependencies what the exam asks for: one request after another, each answered when it is done. Used
 * by the one thread that follows the pod, which is not held up.
 */
final class Controls {

    static final String SERVICE = "service";

    /** How long a step of ours may take on an overloaded machine before it is a fault. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A server that has not ended in order by then is killed. */
    private static final Duration IN_ORDER = Duration.ofSeconds(10);

    private static final Duration COME_BACK = Duration.ofSeconds(20);

    /** What can be asked for. */
    enum Action {
        CRASH,
        STOP,
        START,
        RESTART,
        PAUSE,
        RESUME,
        USAGE
    }

    /** @param done asked again and again once it has begun; false when it cannot be done any more */
    private record Step(Runnable begin, Supplier<Optional<Boolean>> done) {}

    private final class Job {
        private final ExaminerMessage.Control request;
        private final Iterator<Step> steps;
        private Step step;
        private Deadline patience;

        Job(ExaminerMessage.Control request) {
            this.request = request;
            this.steps = steps(request).iterator();
            begin();
        }

        private void begin() {
            step = steps.next();
            patience = Deadline.in(PATIENCE);
            step.begin.run();
        }

        /** Whether it is over. */
        boolean advance() {
            while (true) {
                Optional<Boolean> done = step.done.get();
                if (done.isEmpty()) {
                    if (patience.passed()) {
                        throw new SandboxFault("The sandbox did not finish \"" + words() + "\" within "
                                + PATIENCE.toSeconds()
                                + " s: the machine is overloaded; judge again, or give the runner fewer slots");
                    }
                    return false;
                }
                if (!done.get()) {
                    run.tellExaminer(ExaminerProtocol.notControlled(
                            request.id(), "The " + request.target() + " is gone, or did not come back in time"));
                    return true;
                }
                if (!steps.hasNext()) {
                    answer();
                    return true;
                }
                begin();
            }
        }

        private String words() {
            return request.action() + " " + request.target();
        }

        private void answer() {
            run.tellExaminer(
                    request.action().equals("usage")
                            ? ExaminerProtocol.usage(request.id(), member(request.target()))
                            : ExaminerProtocol.controlled(request.id()));
        }
    }

    private final PodRun run;
    private final String serve;
    private final Queue<ExaminerMessage.Control> waiting = new ArrayDeque<>();
    private @Nullable Job current;

    /** @param serve the script that starts the service, again on the files that it left */
    Controls(PodRun run, String serve) {
        this.run = run;
        this.serve = serve;
    }

    void ask(ExaminerMessage.Control request) {
        waiting.add(request);
        advance();
    }

    /** Goes as far as what has been heard allows; to be called after each event. */
    void advance() {
        while (true) {
            if (current == null) {
                ExaminerMessage.Control next = waiting.poll();
                if (next == null) {
                    return;
                }
                current = new Job(next);
            }
            if (!current.advance()) {
                return;
            }
            current = null;
        }
    }

    private List<Step> steps(ExaminerMessage.Control request) {
        String name = request.target();
        Member member = member(name);
        Step kill = new Step(member::kill, member::killed);
        return switch (action(request)) {
            case CRASH -> List.of(kill);
            case STOP -> member.runs() ? List.of(stop(member), kill) : List.of(kill);
            case START -> member.runs() ? List.of(nothing()) : List.of(start(name, member));
            case RESTART -> List.of(kill, start(name, member));
            case PAUSE -> List.of(new Step(member::pause, member::signalled));
            case RESUME -> List.of(new Step(member::resume, member::signalled));
            case USAGE -> List.of(look(member));
        };
    }

    private static Step nothing() {
        return new Step(() -> {}, () -> Optional.of(true));
    }

    private static Step stop(Member member) {
        Deadline inOrder = Deadline.in(IN_ORDER);
        return new Step(member::stop, () -> inOrder.passed() ? Optional.of(true) : member.stopped());
    }

    /** That the service listens the examiner sees for itself. */
    private Step start(String name, Member member) {
        if (name.equals(SERVICE)) {
            return new Step(() -> member.serve(serve), member::begun);
        }
        // What the service stored in it may keep it from coming back, so that is no fault of ours.
        Deadline comeBack = Deadline.in(COME_BACK);
        return new Step(
                () -> run.dependencies().serve(name),
                () -> comeBack.passed()
                        ? Optional.of(false)
                        : run.dependencies().answers(name));
    }

    private static Step look(Member member) {
        int before = member.looks();
        return new Step(
                member::look,
                () -> member.looks() > before
                        ? Optional.of(true)
                        : member.closed() ? Optional.of(false) : Optional.empty());
    }

    private Member member(String target) {
        if (target.equals(SERVICE)) {
            return run.workbench();
        }
        if (run.dependencies().has(target) || (target.equals(PodShape.REFERENCE) && run.hasReference())) {
            return run.member(target);
        }
        throw new SandboxFault(
                SandboxFault.Kind.PACKAGE,
                "The exam wants to control \"" + target
                        + "\", which this challenge does not have: correct the package");
    }

    private static Action action(ExaminerMessage.Control request) {
        try {
            return Action.valueOf(request.action().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new SandboxFault(
                    "The examiner asked for \"" + request.action()
                            + "\", which this runner cannot do: remove the images named assay/examiner and judge again",
                    e);
        }
    }
}

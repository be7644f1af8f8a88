package dev.assay.runner.judging;

import dev.assay.runner.sandbox.Mailbox;
import dev.assay.runner.sandbox.Outcome;
import dev.assay.runner.sandbox.Pod;
import dev.assay.runner.sandbox.Usage;
import dev.assay.runner.sandbox.Workbench;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A container of a pod that takes commands, the workbench or a dependency: the commands, and what has been heard of it so far.
 * Used by the one thread that follows the pod.
 */
final class Member {

    /** What PID 1 may say in a phase; a hundred times what it needs. */
    private static final int CONTROL_KIB = 64;

    /** What a script printed last may come after the word of its end. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private static final Duration LOOK_EVERY = Duration.ofMillis(400);

    private static final String TASK = "task";

    private final String name;
    private final Mailbox mailbox;
    private final Workbench commands;
    private final byte[] endMark;

    private Transcript transcript;
    private Usage usage = Usage.UNKNOWN;
    private boolean started;
    private boolean running;
    private boolean scriptGone;
    private boolean closed;
    private boolean looking;
    private long lastLook;
    private int looks;
    private int killsToCome;
    private int beginningsToCome;
    private int signalsToCome;
    private CpuClock cpu = new CpuClock();
    private @Nullable Duration cpuLimit;
    private @Nullable Integer exceededKiB;
    private @Nullable Integer putStatus;
    private Workbench.Reply.@Nullable Ended ended;
    private long endedAt;
    private @Nullable Integer taskStatus;
    private @Nullable List<Workbench.Folder> room;

    /** Its container need not run yet. */
    Member(String name, String nonce, Pod pod, Mailbox mailbox) {
        this.name = name;
        this.mailbox = mailbox;
        this.endMark = Workbench.endMark(nonce);
        this.transcript = transcript();
        this.commands = new Workbench(pod, name, nonce);
    }

    /** What every member may say before it is given anything to do. */
    static void allow(Mailbox mailbox, String name) {
        mailbox.allow(name, CONTROL_KIB, CONTROL_KIB);
    }

    String name() {
        return name;
    }

    /** Comes before every other command. */
    void begin() {
        commands.begin();
    }

    /** Whether it has started and waits for commands. */
    boolean started() {
        return started;
    }

    /** Records what a script prints; an end mark in it is not kept. */
    Transcript transcript() {
        return new Transcript(endMark);
    }

    /** From now on what it prints goes to this transcript, and its processor time is counted. */
    void record(Transcript to, int limitKiB) {
        cpu = new CpuClock();
        cpuLimit = null;
        mailbox.allow(name, CONTROL_KIB, limitKiB);
        transcript = to;
        exceededKiB = null;
    }

    /** What its scripts may use of processor time, from now on; {@link #exceeded} tells when it was more. */
    void limitCpu(Duration limit) {
        cpuLimit = limit;
    }

    void put(SortedMap<String, byte[]> files) {
        putStatus = null;
        commands.put(files);
    }

    /** 0 when the files have been unpacked. */
    Optional<Integer> putStatus() {
        return Optional.ofNullable(putStatus);
    }

    /** Runs a script that comes to an end; nothing else may run. */
    void build(String script) {
        begins();
        commands.build(script);
    }

    /** Runs a script that goes on running; nothing else may run. */
    void serve(String script) {
        begins();
        commands.serve(script);
    }

    /** Runs a script that comes to an end beside the one that goes on running; one at a time. */
    void task(String script) {
        taskStatus = null;
        commands.task(script);
    }

    /** How the last task ended. */
    Optional<Integer> taskStatus() {
        return Optional.ofNullable(taskStatus);
    }

    private void begins() {
        running = true;
        ended = null;
        scriptGone = false;
        beginningsToCome++;
    }

    /** Whether the last script has begun. */
    Optional<Boolean> begun() {
        return beginningsToCome == 0 ? Optional.of(true) : closed ? Optional.of(false) : Optional.empty();
    }

    /** SIGKILL to all its processes; files stay. A script that ends by this has not ended by itself. */
    void kill() {
        killsToCome++;
        commands.kill();
    }

    /** Whether all that was to be killed is gone. */
    Optional<Boolean> killed() {
        return killsToCome == 0 ? Optional.of(true) : closed ? Optional.of(false) : Optional.empty();
    }

    /** SIGTERM to all its processes. A script that ends by this has not ended by itself. */
    void stop() {
        running = false;
        signalsToCome++;
        commands.stop();
    }

    /** Whether its script has ended, by itself or not. */
    Optional<Boolean> stopped() {
        return ended != null || scriptGone ? Optional.of(true) : closed ? Optional.of(false) : Optional.empty();
    }

    void pause() {
        signalsToCome++;
        commands.pause();
    }

    void resume() {
        signalsToCome++;
        commands.resume();
    }

    /** Whether the last stop, pause or resume has been sent to all its processes. */
    Optional<Boolean> signalled() {
        return signalsToCome == 0 ? Optional.of(true) : closed ? Optional.of(false) : Optional.empty();
    }

    /** To be asked when all its processes have been killed. */
    void askForRoom() {
        room = null;
        commands.room();
    }

    Optional<List<Workbench.Folder>> room() {
        return Optional.ofNullable(room);
    }

    /** All that it has used so far, as far as it is known. */
    Usage usage() {
        return usage;
    }

    /** Processor time of its scripts since {@link #record}, all processes together; empty when the kernel does not tell. */
    Optional<Duration> cpu() {
        return cpu.used();
    }

    /** Whether its script runs, as far as is known. */
    boolean runs() {
        return running && ended == null && !scriptGone && !closed;
    }

    /** Whether its script has ended by itself, as far as is known, though {@link #end} may wait for its last words. */
    boolean endedByItself() {
        return running && !runs();
    }

    /** Whether its container is gone. */
    boolean closed() {
        return closed;
    }

    /** Asks for what has been used; {@link #looks()} tells the answer. */
    void look() {
        looking = true;
        lastLook = System.nanoTime();
        commands.look();
    }

    /** How many looks have been answered. */
    int looks() {
        return looks;
    }

    /** How its script came to an end, when it did by itself. Asks now and then whether it still runs. */
    Optional<Outcome> end() {
        Optional<Outcome> exceeded = exceeded();
        if (exceeded.isPresent()) {
            return exceeded;
        }
        if (closed) {
            return Optional.of(ended == null ? new Outcome.Vanished() : Outcome.ofStatus(ended.status()));
        }
        if (!running) {
            return Optional.empty();
        }
        if (ended != null) {
            boolean heardOut = transcript.complete() || System.nanoTime() - endedAt > LAST_WORDS.toNanos();
            return heardOut ? Optional.of(Outcome.ofStatus(ended.status())) : Optional.empty();
        }
        if (scriptGone) {
            return Optional.of(new Outcome.Vanished());
        }
        if (!looking && System.nanoTime() - lastLook > LOOK_EVERY.toNanos()) {
            look();
        }
        return Optional.empty();
    }

    /** A limit counts however good the answers are, or the verdict would depend on which of the two came first. */
    Optional<Outcome> exceeded() {
        if (exceededKiB != null) {
            return Optional.of(new Outcome.OutputExceeded(exceededKiB));
        }
        Duration limit = cpuLimit;
        return limit == null
                ? Optional.empty()
                : cpu.used()
                        .filter(used -> used.compareTo(limit) > 0)
                        .map(used -> new Outcome.CpuExceeded(limit, used));
    }

    void absorb(Mailbox.Event event) {
        switch (event) {
            case Mailbox.Event.Line(String _, String text) ->
                commands.read(text).ifPresent(this::said);
            case Mailbox.Event.Printed(String _, byte[] bytes) -> transcript.add(bytes);
            case Mailbox.Event.Exceeded(String _, int limitKiB) -> exceededKiB = limitKiB;
            case Mailbox.Event.Closed _ -> closed = true;
            case Mailbox.Event.Noted _ -> {}
        }
    }

    private void said(Workbench.Reply reply) {
        switch (reply) {
            case Workbench.Reply.Ready() -> started = true;
            case Workbench.Reply.Put(int status) -> putStatus = status;
            case Workbench.Reply.Begun(String script, Usage used) -> {
                if (!script.equals(TASK)) {
                    beginningsToCome--;
                    cpu.begin(used);
                }
                count(used);
            }
            case Workbench.Reply.Ended(String script, int status, Usage used)
            when script.equals(TASK) -> {
                count(used);
                taskStatus = status;
            }
            case Workbench.Reply.Ended end -> {
                count(end.usage());
                ended = end;
                endedAt = System.nanoTime();
            }
            case Workbench.Reply.Killed(Usage used) -> {
                count(used);
                killsToCome--;
                // All at once are killed, so one that told its end had ended before.
                if (ended == null && beginningsToCome == 0) {
                    running = false;
                }
            }
            case Workbench.Reply.Look(boolean runs, Usage used) -> {
                count(used);
                looking = false;
                looks++;
                // The end of a script is told before the answer to a look that finds it gone, unless it was killed too.
                // An answer
                // from before the last script began says nothing of that.
                scriptGone = !runs && beginningsToCome == 0;
            }
            case Workbench.Reply.Signalled _ -> signalsToCome--;
            case Workbench.Reply.Room(List<Workbench.Folder> folders) -> room = folders;
        }
    }

    private void count(Usage used) {
        usage = usage.and(used);
        if (running) {
            cpu.read(used);
        }
    }
}

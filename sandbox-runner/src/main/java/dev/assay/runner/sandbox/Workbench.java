package dev.assay.runner.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The commands of the workbench's PID 1, and the reading of its answers. Whatever it says is the word of a container that runs
 * the candidate's code: it is believed only where a lie could harm nothing but the candidate's own verdict.
 */
public final class Workbench {

    /** What PID 1 answers. */
    public sealed interface Reply {

        record Ready() implements Reply {}

        /** @param status of the unpacking */
        record Put(int status) implements Reply {}

        record Ended(String script, int status) implements Reply {}

        /** @param killedForMemory processes that the kernel has killed so far for want of memory */
        record Look(boolean running, int killedForMemory) implements Reply {}

        record Killed() implements Reply {}
    }

    private final Pod pod;
    private final String container;
    private final String nonce;

    /** @param nonce letters and digits that nobody can guess */
    public Workbench(Pod pod, String container, String nonce) {
        this.pod = pod;
        this.container = container;
        this.nonce = nonce;
    }

    /** Comes before every other command. */
    public void begin() {
        send(nonce + "\n");
    }

    public void put(SortedMap<String, byte[]> files) {
        byte[] tar = Tar.of(files);
        send("put " + tar.length + "\n");
        pod.send(container, tar);
    }

    public void build(String script) {
        run("build", script);
    }

    public void serve(String script) {
        run("serve", script);
    }

    public void look() {
        send("look\n");
    }

    /** SIGKILL to every process but PID 1. Files stay. */
    public void kill() {
        send("kill\n");
    }

    /** Comes among what a script prints, after all of it. */
    public static byte[] endMark(String nonce) {
        return ("@" + nonce + " end\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Empty for a line that is not PID 1's. */
    public Optional<Reply> read(String line) {
        String prefix = "@" + nonce + " ";
        if (!line.startsWith(prefix)) {
            return Optional.empty();
        }
        String[] words = line.substring(prefix.length()).split(" ", -1);
        try {
            return switch (words[0]) {
                case "hello" -> Optional.of(new Reply.Ready());
                case "put" -> Optional.of(new Reply.Put(Integer.parseInt(words[1])));
                case "ended" -> Optional.of(new Reply.Ended(words[1], Integer.parseInt(words[2])));
                case "look" -> Optional.of(new Reply.Look(words[1].equals("running"), Integer.parseInt(words[2])));
                case "killed" -> Optional.of(new Reply.Killed());
                default -> Optional.empty();
            };
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }

    private void run(String command, String script) {
        byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
        send(command + " " + bytes.length + "\n");
        pod.send(container, bytes);
    }

    private void send(String text) {
        pod.send(container, text.getBytes(StandardCharsets.UTF_8));
    }
}

package dev.assay.runner.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The commands of PID 1 of the workbench, or of a dependency, and the reading of its answers. Whatever the workbench's says is
 * the word of a container that runs the candidate's code: it is believed only where a lie could harm nothing but the candidate's
 * own verdict.
 */
public final class Workbench {

    /** What PID 1 answers. */
    public sealed interface Reply {

        record Ready() implements Reply {}

        /** @param status of the unpacking */
        record Put(int status) implements Reply {}

        /** The script starts. */
        record Begun(String script, Usage usage) implements Reply {}

        record Ended(String script, int status, Usage usage) implements Reply {}

        record Look(boolean running, Usage usage) implements Reply {}

        /**
         * No process but PID 1 is left.
         *
         * @param usage when they were killed
         */
        record Killed(Usage usage) implements Reply {}

        /** @param signal {@code stop}, {@code pause} or {@code resume}, which has been sent */
        record Signalled(String signal) implements Reply {}

        /** What room is left in the folders that can be written. */
        record Room(List<Folder> folders) implements Reply {}
    }

    /** @param files how many more it can hold */
    public record Folder(String path, long bytes, long files) {}

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

    /** Runs beside what goes on running. */
    public void task(String script) {
        run("task", script);
    }

    public void look() {
        send("look\n");
    }

    /** SIGKILL to every process but PID 1, answered when none of them is left. Files stay. */
    public void kill() {
        send("kill\n");
    }

    /** SIGTERM to every process; what they make of it shows in the script's end. */
    public void stop() {
        send("stop\n");
    }

    /** SIGSTOP to every process. */
    public void pause() {
        send("pause\n");
    }

    public void resume() {
        send("resume\n");
    }

    /** Needs processes of its own: only for when no others could use them up. */
    public void room() {
        send("room\n");
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
        List<String> words = List.of(line.substring(prefix.length()).split(" +"));
        try {
            return switch (words.getFirst()) {
                case "hello" -> Optional.of(new Reply.Ready());
                case "put" -> Optional.of(new Reply.Put(Integer.parseInt(words.get(1))));
                case "begun" -> Optional.of(new Reply.Begun(words.get(1), usage(words, 2)));
                case "ended" ->
                    Optional.of(new Reply.Ended(words.get(1), Integer.parseInt(words.get(2)), usage(words, 3)));
                case "look" -> Optional.of(new Reply.Look(words.get(1).equals("running"), usage(words, 2)));
                case "killed" -> Optional.of(new Reply.Killed(usage(words, 1)));
                case "signalled" -> Optional.of(new Reply.Signalled(words.get(1)));
                case "room" -> Optional.of(new Reply.Room(folders(words)));
                default -> Optional.empty();
            };
        } catch (NumberFormatException | IndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }

    private static Usage usage(List<String> words, int from) {
        return Usage.of(words.subList(from, words.size()));
    }

    private static List<Folder> folders(List<String> words) {
        List<Folder> folders = new ArrayList<>();
        for (int i = 1; i + 3 < words.size(); i += 4) {
            // A file system that counts no files has none in all.
            boolean counted = amount(words.get(i + 3)) > 0;
            folders.add(new Folder(
                    words.get(i), amount(words.get(i + 1)), counted ? amount(words.get(i + 2)) : Long.MAX_VALUE));
        }
        return folders;
    }

    /** What is not known is shown as a dash. */
    private static long amount(String word) {
        return word.equals("-") ? 0 : Long.parseLong(word);
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

package dev.assay.exam.program;

import dev.assay.exam.Seed;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program in the examiner container. It takes commands and gives answers as JSON lines; the commands come from the
 * runner, which is trusted, while everything that the service answers is not.
 *
 * <p>Once there is a service, only the third parties that it plays listen. What exam code prints goes to the error stream, so that only this class
 * writes answers.
 */
public final class Examiner {
    static final int END_OF_COMMANDS = 0;
    static final int NOT_UNDERSTOOD = 2;
    static final int FAILED = 3;

    private static final int PROTOCOL = 3;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final InputStream commands;
    private final OutputStream answers;
    private final Listening listening;

    private volatile @Nullable Loaded loaded;
    private volatile boolean alone;

    /** @param ready how long the service may take to listen */
    private record Loaded(
            Exam exam,
            String nonce,
            String seed,
            String host,
            int port,
            Duration ready,
            Controls controls,
            Companions companions) {
        Loaded on(String host) {
            return new Loaded(exam, nonce, seed, host, port, ready, controls, companions);
        }
    }

    Examiner(InputStream commands, OutputStream answers, Listening listening) {
        this.commands = commands;
        this.answers = answers;
        this.listening = listening;
    }

    public static void main(String[] args) {
        InputStream commands = System.in;
        OutputStream answers = new FileOutputStream(FileDescriptor.out);
        System.setIn(InputStream.nullInputStream());
        System.setOut(System.err);
        openTheSocketOfTheJvm();
        int status = new Examiner(commands, answers, new Listening(Path.of("/proc/self/net"))).run();
        // Tests that hung have left threads behind, which must not keep the program alive.
        Runtime.getRuntime().halt(status);
    }

    /**
     * The JVM keeps a socket of its own from the first channel on, which can be seen from all of the pod: it shall not tell
     * whether there was a dry run.
     */
    private static void openTheSocketOfTheJvm() {
        try {
            SocketChannel.open().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Works until the commands end or one is not understood; returns the exit status. */
    int run() {
        answer("hello", Map.of("protocol", PROTOCOL));
        try {
            Commands lines = new Commands(commands, this::isAnswer, this::noMoreAnswers);
            for (Optional<JsonNode> line = lines.next(); line.isPresent(); line = lines.next()) {
                obey(line.get());
            }
            return END_OF_COMMANDS;
        } catch (JacksonException e) {
            return refuse("A command is not JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException | IllegalStateException e) {
            return refuse(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return END_OF_COMMANDS;
        } catch (Error e) {
            // Such as a heap that is full: without an end the runner would wait for the rest of the exam.
            System.err.println("The examiner failed: " + e);
            return FAILED;
        }
    }

    private boolean isAnswer(JsonNode line) {
        Loaded current = loaded;
        return current != null && current.controls().answer(line);
    }

    /** It may come before an exam is loaded. */
    private void noMoreAnswers() {
        alone = true;
        Loaded current = loaded;
        if (current != null) {
            current.controls().close();
        }
    }

    private void obey(JsonNode command) {
        String type = command.path("type").asString("");
        switch (type) {
            case "compile" -> compile(command);
            case "warmUp" -> {
                DryRun.run(DryRun.CLASSES);
                answer("warm", Map.of());
            }
            case "load" -> load(command);
            case "await" -> await(command);
            case "examine" -> examine();
            default -> throw new IllegalArgumentException("There is no command \"" + type + "\"");
        }
    }

    private void compile(JsonNode command) {
        Map<String, String> sources = new LinkedHashMap<>();
        command.path("sources").forEachEntry((path, text) -> sources.put(path, text.stringValue()));
        switch (ExamCompiler.compile(sources)) {
            case ExamCompiler.Compiled(Map<String, byte[]> classes) -> {
                Map<String, String> encoded = new LinkedHashMap<>();
                classes.forEach(
                        (file, bytes) -> encoded.put(file, Base64.getEncoder().encodeToString(bytes)));
                answer("compiled", Map.of("classes", encoded));
            }
            case ExamCompiler.NotCompiled(var diagnostics) -> answer("notCompiled", Map.of("diagnostics", diagnostics));
        }
    }

    private void load(JsonNode command) {
        String nonce = command.required("nonce").stringValue();
        Map<String, byte[]> classes = new HashMap<>();
        command.path("classes")
                .forEachEntry(
                        (file, bytes) -> classes.put(file, Base64.getDecoder().decode(bytes.stringValue())));
        boolean onlyVisible = switch (command.path("scope").asString("")) {
            case "VISIBLE" -> true;
            case "ALL" -> false;
            default -> throw new IllegalArgumentException("The scope of load is ALL or VISIBLE");
        };
        try {
            Companions companions = Companions.of(command);
            loaded = loaded(command, nonce, companions, exam(classes, companions, onlyVisible));
            if (alone) {
                loaded().controls().close();
            }
            answer("plan", Map.of("nonce", nonce, "tests", loaded().exam().tests()));
        } catch (BrokenExam e) {
            answer("broken", Map.of("nonce", nonce, "message", Explanation.cut(String.valueOf(e.getMessage()))));
        }
    }

    private static Exam exam(Map<String, byte[]> classes, Companions companions, boolean onlyVisible)
            throws BrokenExam {
        try {
            return Exam.load(classes, companions, onlyVisible);
        } catch (BrokenExam e) {
            companions.close();
            throw e;
        }
    }

    private Loaded loaded(JsonNode command, String nonce, Companions companions, Exam exam) {
        int port = command.required("port").intValue();
        return new Loaded(
                exam,
                nonce,
                command.path("seed").asString(Seed.drawn()),
                "127.0.0.1",
                port,
                Duration.ofMillis(command.required("readyMillis").longValue()),
                controls(nonce, port, companions),
                companions);
    }

    private Controls controls(String nonce, int port, Companions companions) {
        return new Controls(
                (type, fields) -> {
                    Map<String, Object> signed = new LinkedHashMap<>(fields);
                    signed.put("nonce", nonce);
                    answer(type, signed);
                },
                new Controls.Readiness() {
                    @Override
                    public Duration limit() {
                        return loaded().ready();
                    }

                    @Override
                    public boolean await(String target, Duration atMost) {
                        boolean reference = target.equals(Controls.REFERENCE);
                        int where = reference ? companions.reference().orElseThrow() : port;
                        return listening.await(where, atMost).isPresent();
                    }

                    @Override
                    public boolean isReferenceCalled() {
                        return listening.isCalled(companions.reference().orElseThrow());
                    }

                    @Override
                    public boolean isReferenceCalledByOthers() {
                        return listening.isCalledByOthers(companions.reference().orElseThrow(), uid());
                    }
                });
    }

    private static int uid() {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(JsonNode command) {
        Loaded current = loaded();
        long start = System.nanoTime();
        Duration limit = Duration.ofMillis(command.required("timeoutMillis").longValue());
        Optional<String> host = listening.await(current.port(), limit);
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        if (host.isPresent()) {
            loaded = current.on(host.get());
            answer("ready", Map.of("nonce", current.nonce(), "millis", millis));
        } else {
            answer("notReady", Map.of("nonce", current.nonce()));
        }
    }

    private void examine() {
        Loaded current = loaded();
        String nonce = current.nonce();
        Surroundings surroundings =
                new Surroundings(current.host(), current.port(), current.controls(), current.companions());
        Seed.use(current.seed());
        if (current.companions().reference().isPresent()) {
            current.controls().holdReference();
        }
        current.exam().run(surroundings, new Report() {
            @Override
            public void started(PlannedTest test) {
                answer("started", Map.of("nonce", nonce, "name", test.name()));
            }

            @Override
            public void broken(String why) {
                answer("broken", Map.of("nonce", nonce, "message", Explanation.cut(why)));
            }

            @Override
            public void finished(PlannedTest test, Result result, long millis, String message) {
                answer(
                        "finished",
                        Map.of(
                                "nonce",
                                nonce,
                                "name",
                                test.name(),
                                "status",
                                result,
                                "millis",
                                millis,
                                "message",
                                message));
            }
        });
        answer("done", Map.of("nonce", nonce));
    }

    private Loaded loaded() {
        Loaded current = loaded;
        if (current == null) {
            throw new IllegalStateException("No exam is loaded");
        }
        return current;
    }

    private int refuse(String message) {
        Loaded current = loaded;
        answer("broken", Map.of("nonce", current == null ? "" : current.nonce(), "message", Explanation.cut(message)));
        return NOT_UNDERSTOOD;
    }

    private synchronized void answer(String type, Map<String, ?> fields) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", type);
        line.putAll(fields);
        byte[] bytes = (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            answers.write(bytes);
            answers.flush();
        } catch (IOException e) {
            throw new IllegalStateException("The answers cannot be written: " + e.getMessage(), e);
        }
    }
}

package dev.assay.runner.judging;

import dev.assay.challenge.Challenge;
import dev.assay.runner.sandbox.Deadline;
import dev.assay.runner.sandbox.Mailbox;
import dev.assay.runner.sandbox.Pod;
import dev.assay.runner.sandbox.Pods;
import dev.assay.runner.sandbox.SandboxFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compiled exams, one per content and examiner. An exam is compiled in a pod of its own, away from any candidate's code, and
 * kept in memory and on disk; those who ask meanwhile wait for the one compilation.
 */
public final class Exams {

    /** @param compileMillis 0 when it was there already */
    record Version(CompiledExam exam, long compileMillis) {}

    private static final Logger log = LoggerFactory.getLogger(Exams.class);
    private static final Duration COMPILE_LIMIT = Duration.ofSeconds(60);
    private static final int ANSWER_KIB = 8 * 1024;
    private static final JsonMapper json = JsonMapper.builder().build();

    private final Pods pods;
    private final Path cache;
    private final Executor threads;
    private final Map<String, CompletableFuture<Version>> versions = new ConcurrentHashMap<>();

    /** @param cache folder; made when first needed */
    public Exams(Pods pods, Path cache, Executor threads) {
        this.pods = pods;
        this.cache = cache.resolve("exams");
        this.threads = threads;
    }

    CompletableFuture<Version> compiled(Challenge challenge, String examinerImage) {
        String key = challenge.exam().contentHash() + "-" + examinerImage.substring(examinerImage.lastIndexOf(':') + 1);
        CompletableFuture<Version> mine = new CompletableFuture<>();
        CompletableFuture<Version> earlier = versions.putIfAbsent(key, mine);
        if (earlier != null) {
            return earlier;
        }
        threads.execute(() -> {
            try {
                Version version = make(challenge, examinerImage, cache.resolve(key + ".json"));
                versions.put(key, CompletableFuture.completedFuture(new Version(version.exam(), 0)));
                mine.complete(version);
            } catch (RuntimeException | Error e) {
                // An error as well, or those who wait would wait for ever.
                versions.remove(key);
                mine.completeExceptionally(e);
            }
        });
        return mine;
    }

    private Version make(Challenge challenge, String examinerImage, Path file) {
        Optional<CompiledExam> kept = read(file);
        if (kept.isPresent()) {
            return new Version(kept.get(), 0);
        }
        Deadline deadline = Deadline.in(COMPILE_LIMIT);
        CompiledExam exam = compile(challenge, examinerImage, deadline);
        write(file, exam);
        return new Version(exam, deadline.used().toMillis());
    }

    private CompiledExam compile(Challenge challenge, String examinerImage, Deadline deadline) {
        Mailbox mailbox = new Mailbox();
        mailbox.allow(PodShape.EXAMINER, ANSWER_KIB, ANSWER_KIB);
        try (Pod pod = pods.start(PodShape.examinerOnly("exam-of-" + challenge.id(), examinerImage), mailbox)) {
            pod.send(PodShape.EXAMINER, ExaminerProtocol.compile(challenge.exam()));
            while (!deadline.passed()) {
                Optional<Mailbox.Event> event = mailbox.next(deadline.left());
                if (event.isPresent()) {
                    Optional<CompiledExam> exam = answer(challenge, event.get());
                    if (exam.isPresent()) {
                        return exam.get();
                    }
                }
            }
        }
        throw new SandboxFault("The exam of " + challenge.id() + " was not compiled within " + COMPILE_LIMIT.toSeconds()
                + " s: the machine is overloaded, or the exam is too large; judge again");
    }

    private static Optional<CompiledExam> answer(Challenge challenge, Mailbox.Event event) {
        return switch (event) {
            case Mailbox.Event.Line(String _, String text) ->
                switch (ExaminerProtocol.read(text)) {
                    case ExaminerMessage.Compiled(CompiledExam exam) -> Optional.of(exam);
                    case ExaminerMessage.NotCompiled(var diagnostics) ->
                        throw new SandboxFault(
                                SandboxFault.Kind.PACKAGE,
                                "The exam of " + challenge.id() + " does not compile; correct the package: "
                                        + String.join("; ", diagnostics));
                    case ExaminerMessage.Broken(String message) ->
                        throw new SandboxFault(
                                SandboxFault.Kind.PACKAGE, "The exam of " + challenge.id() + " is broken: " + message);
                    default -> Optional.empty();
                };
            case Mailbox.Event.Closed _, Mailbox.Event.Exceeded _ ->
                throw new SandboxFault("The examiner ended while it compiled the exam of " + challenge.id()
                        + ": judge again, and run ./assay doctor if it happens again");
            case Mailbox.Event.Printed _, Mailbox.Event.Noted _ -> Optional.empty();
        };
    }

    private static Optional<CompiledExam> read(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.ofNullable(json.readValue(Files.readAllBytes(file), CompiledExam.class))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            log.warn("The cached exam {} cannot be read and is compiled anew: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    /** Another process that compiles the same exam writes the same; a reader sees a whole file or none. */
    private static void write(Path file, CompiledExam exam) {
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path part = Files.createTempFile(folder, "exam", ".part");
            try {
                Files.write(part, json.writeValueAsBytes(exam));
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            log.warn("The compiled exam was not kept in {}: {}", file, e.getMessage());
        }
    }
}

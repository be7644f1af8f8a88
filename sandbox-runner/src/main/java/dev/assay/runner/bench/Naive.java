package dev.assay.runner.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Three {@code docker run}s one after the other, as systems do that keep nothing ready: one builds, one serves, one compiles and
 * runs the exam. Files go in by a bind mount.
 */
final class Naive implements Way {

    private final Subject subject;
    private @Nullable Path folder;
    private @Nullable String service;
    private @Nullable Long examCompileMillis;

    Naive(Subject subject) {
        this.subject = subject;
    }

    @Override
    public void prepare() {
        try {
            Path work = Files.createTempDirectory("assay-naive");
            Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxrwxrwx"));
            folder = work;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void judge() {
        Path work = folder();
        try {
            for (String name : List.of("src", "out")) {
                Path made = Files.createDirectory(work.resolve(name));
                Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxrwxrwx"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Bare.write(work.resolve("src"), subject.files().files());
        Tool.run(run(List.of("--rm"), subject.environment().build()));
        String script = "export PORT=" + subject.challenge().port() + "\n"
                + subject.environment().serve();
        String started = Tool.run(run(List.of("-d"), script));
        service = started;
        try (ExaminerProcess examiner = new ExaminerProcess(new ProcessBuilder(
                "docker",
                "run",
                "-i",
                "--rm",
                "--network",
                "container:" + started,
                "--user",
                "10002:10002",
                subject.examinerImage()))) {
            examiner.awaitHello();
            long before = System.nanoTime();
            var classes = examiner.compile(subject.challenge().exam().files());
            examCompileMillis = Duration.ofNanos(System.nanoTime() - before).toMillis();
            examiner.load(classes, subject.challenge().port());
            examiner.examine(subject.challenge().limits().ready().toMillis());
        }
    }

    private String[] run(List<String> options, String script) {
        List<String> command = new ArrayList<>(List.of("docker", "run"));
        command.addAll(options);
        command.addAll(List.of(
                "--user",
                "10001:10001",
                "--network",
                "none",
                "--env",
                "HOME=/tmp",
                "--volume",
                folder() + ":/work",
                "--workdir",
                "/work/src",
                "--entrypoint",
                "sh",
                subject.environmentImage(),
                "-c",
                script));
        return command.toArray(String[]::new);
    }

    private Path folder() {
        if (folder == null) {
            throw new IllegalStateException("Nothing was prepared");
        }
        return folder;
    }

    @Override
    public void clear() {
        if (service != null) {
            Tool.run("docker", "rm", "-f", service);
            service = null;
        }
        if (folder != null) {
            Bare.remove(folder);
            folder = null;
        }
    }

    @Override
    public Optional<Long> examCompileMillis() {
        return Optional.ofNullable(examCompileMillis);
    }

    @Override
    public void close() {
        clear();
    }
}

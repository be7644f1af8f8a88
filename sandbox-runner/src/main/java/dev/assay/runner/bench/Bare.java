package dev.assay.runner.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Without a sandbox: the images' files in a folder, and plain processes with another root directory. No namespace but one for
 * the mounts, no control group, no filter of system calls, no layered file system. The
 * examiner has started before.
 */
final class Bare implements Way {

    private static final String USER = "10001";

    private final Subject subject;
    private final SortedMap<String, String> exam;
    private final Path examinerRoot;
    private final Path environmentRoot;
    private final Path memory;
    private final ConcurrentLinkedDeque<Prepared> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger sessions = new AtomicInteger();
    private @Nullable Prepared next;

    /** @param folder gets the files of both images */
    Bare(Subject subject, SortedMap<String, String> exam, Path folder) {
        requireRoot();
        this.subject = subject;
        this.exam = exam;
        this.examinerRoot = unpack(subject.examinerImage(), folder.resolve("examiner"));
        this.environmentRoot = unpack(
                subject.environmentImage(), folder.resolve(subject.environment().name()));
        this.memory = memory();
    }

    /** Where the candidates' files lie: in memory, as in a pod, or the disk would be what is measured. */
    private static Path memory() {
        try {
            return Files.createTempDirectory(Path.of("/dev/shm"), "assay-bench");
        } catch (IOException e) {
            throw new BenchFault("No folder can be made in /dev/shm, where the bare runs have their files: " + e, e);
        }
    }

    private static void requireRoot() {
        if (!"root".equals(System.getProperty("user.name"))) {
            throw new BenchFault("The bare runs need root, to change the root directory: run ./assay bench as root");
        }
    }

    private static Path unpack(String image, Path root) {
        if (!Files.isDirectory(root)) {
            Path part = root.resolveSibling(root.getFileName() + ".part");
            String container = Tool.run("docker", "create", image);
            try {
                Files.createDirectories(part);
                Tool.run(
                        "sh",
                        "-c",
                        "docker export \"$0\" | tar -x -C \"$1\" && mkdir -p \"$1/work\" && chmod 1777 \"$1/tmp\"",
                        container,
                        part.toString());
                Files.move(part, root);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                Tool.run("docker", "rm", "-f", container);
            }
        }
        return root;
    }

    /** An examiner that has started, and an empty folder; any thread may use it. */
    Prepared ready() {
        Prepared session = idle.pollFirst();
        if (session == null) {
            session = new Prepared(sessions.incrementAndGet());
        }
        session.startExaminer();
        session.examiner().awaitHello();
        return session;
    }

    /** With an examiner that has also made its dry run, as that of a warm pod has where there is time for it. */
    private Prepared warm() {
        Prepared session = ready();
        session.examiner().warmUp();
        return session;
    }

    void judge(Prepared session) {
        session.examiner().load(exam, session.port);
        write(session.files, subject.files().files());
        if (session.command("build", subject.environment().build()) != 0) {
            throw new BenchFault("Outside the sandbox the solution for "
                    + subject.environment().name() + " does not build: " + session.buildLog());
        }
        session.tell(
                "serve",
                "export PORT=" + session.port + "\n" + subject.environment().serve());
        session.examiner().examine(subject.challenge().limits().ready().toMillis());
    }

    void clear(Prepared session) {
        session.end();
        idle.addFirst(session);
    }

    @Override
    public void prepare() {
        next = warm();
    }

    @Override
    public void judge() {
        judge(next());
    }

    @Override
    public void clear() {
        if (next != null) {
            clear(next);
            next = null;
        }
    }

    private Prepared next() {
        if (next == null) {
            throw new IllegalStateException("Nothing was prepared");
        }
        return next;
    }

    static void write(Path folder, SortedMap<String, String> files) {
        try {
            for (var file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Path parent = path.getParent();
                if (parent != null && !Files.isDirectory(parent)) {
                    Files.createDirectories(parent);
                    for (Path made = parent; made != null && !made.equals(folder); made = made.getParent()) {
                        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxrwxrwx"));
                    }
                }
                Files.writeString(path, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void remove(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        idle.forEach(Prepared::close);
        remove(memory);
    }

    /** A shell below which the scripts run, with a folder of files of its own. */
    final class Prepared {

        private final Path root = environmentRoot;
        private final Path work;
        private final Path files;
        private final Process worker;
        private final OutputStream to;
        private final BufferedReader from;
        private final int port;
        private @Nullable ExaminerProcess examiner;

        Prepared(int number) {
            work = memory.resolve("work" + number);
            files = work.resolve("src");
            port = freePort();
            empty();
            try (InputStream source = Bare.class.getResourceAsStream("/bench/worker.sh")) {
                String script = new String(
                        Objects.requireNonNull(source, "worker.sh is part of this module")
                                .readAllBytes(),
                        StandardCharsets.UTF_8);
                worker = new ProcessBuilder(
                                "unshare",
                                "--mount",
                                "--propagation",
                                "private",
                                "sh",
                                "-c",
                                script,
                                "worker",
                                root.toString(),
                                USER,
                                work.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
            } catch (IOException e) {
                throw new BenchFault("The bare worker cannot be started: " + e.getMessage(), e);
            }
            to = worker.getOutputStream();
            from = worker.inputReader(StandardCharsets.UTF_8);
            answer();
        }

        void startExaminer() {
            examiner = new ExaminerProcess(new ProcessBuilder(
                    "unshare",
                    "--mount",
                    "--propagation",
                    "private",
                    "sh",
                    "-c",
                    "mount --rbind /dev \"$0/dev\" && mount -t proc proc \"$0/proc\""
                            + " && exec chroot --userspec=10002:10002 \"$0\" java"
                            + " -XX:AOTCache=/opt/assay/examiner/examiner.aot @/opt/assay/examiner/arguments",
                    examinerRoot.toString()));
        }

        ExaminerProcess examiner() {
            if (examiner == null) {
                throw new IllegalStateException("No examiner was started");
            }
            return examiner;
        }

        int command(String command, String script) {
            tell(command, script);
            return Integer.parseInt(answer().split(" ", -1)[1]);
        }

        void tell(String command, String script) {
            byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
            try {
                to.write((command + " " + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                to.write(bytes);
                to.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String buildLog() {
            try {
                return Tool.last(Files.readString(work.resolveSibling(work.getFileName() + ".build.log"))
                        .strip());
            } catch (IOException e) {
                return "its log cannot be read: " + e.getMessage();
            }
        }

        private String answer() {
            try {
                String line = from.readLine();
                if (line == null) {
                    throw new BenchFault("The bare worker ended; it needs the right to mount");
                }
                return line;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void end() {
            command("end", "");
            if (examiner != null) {
                examiner.close();
            }
            empty();
        }

        /** The folder itself stays, because it is mounted. */
        private void empty() {
            if (Files.isDirectory(work)) {
                try (Stream<Path> left = Files.list(work)) {
                    left.forEach(Bare::remove);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            Tool.run("install", "-d", "-o", USER, "-g", USER, work.toString(), files.toString(), work + "/out");
        }

        void close() {
            if (examiner != null) {
                examiner.close();
            }
            worker.destroyForcibly();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

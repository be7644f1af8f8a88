package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.SourceFiles;
import dev.assay.runner.check.Checker;
import dev.assay.runner.environment.Environments;
import dev.assay.runner.judging.JudgeRequest;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.Verdict;
import dev.assay.runner.sandbox.Gvisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Under gVisor everything is judged as it is without it, and what it does not do for us is done otherwise. */
class GvisorIT {

    private static final List<String> ENVIRONMENTS =
            List.copyOf(Environments.shipped().names());

    @Order(1)
    @RegisterExtension
    static final InstalledGvisor gvisor = new InstalledGvisor();

    @Order(2)
    @RegisterExtension
    static final PrivateEngine engine = new PrivateEngine(
            "{\"runtimes\": {"
                    + gvisor.registeredAs("runsc", "\"" + Gvisor.SHARED_NETWORK + "\", \"--oci-seccomp\"") + ", "
                    + gvisor.registeredAs("runsc-apart", "\"--oci-seccomp\"") + "}}",
            ENVIRONMENTS);

    @TempDir
    static Path cache;

    private static LocalRunner runner;

    @BeforeAll
    static void startRunner() {
        runner = runner("runsc");
    }

    @AfterAll
    static void closeRunner() {
        if (runner != null) {
            runner.close();
        }
    }

    @Test
    void everyChallengeIsJudgedAsWithoutIt() throws Exception {
        LibraryIT.require(new Checker(runner.judge(), 1, (_, _, _, _) -> {}).check(LibraryIT.library(), 1));
    }

    @Test
    void aSubmissionHasAKernelOfItsOwn() throws IOException {
        Judgement judgement = judge(runner, """
                print(open('/proc/version').read(), flush=True)
                """);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judgement.serviceLog())
                .startsWith("Linux version ")
                .doesNotContain(Files.readString(Path.of("/proc/version")).strip());
    }

    @Test
    void isNoRootAndHasNoEffectOnPidOne() {
        Judgement judgement = judge(runner, """
                import ctypes
                print('ids', os.getresuid(), os.getresgid(), os.getgroups())
                for n in set(range(1, 65)) - {18}: # SIGCONT may be sent within a session, and has no effect on what runs
                    try: os.kill(1, n); print('sent', n)
                    except OSError: pass
                for path, mode in (('/proc/1/fd/1', 'w'), ('/proc/1/fd/2', 'w'), ('/proc/1/mem', 'rb'), ('/work/../new', 'w')):
                    try: open(path, mode).close(); print('opened', path)
                    except OSError: pass
                libc = ctypes.CDLL(None)
                for name, call in (('setuid', (105, 0)), ('unshare', (272, 0x10000000)), ('ptrace', (101, 16, 1, 0, 0))):
                    if libc.syscall(*call) != -1: print('did', name)
                sys.stdout.flush()
                """);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judgement.serviceLog()).isEqualTo("ids (10001, 10001, 10001) (10001, 10001, 10001) []\n");
    }

    @Test
    void endsForWantOfMemoryAndSaysSo() {
        Judgement judgement = judge(runner, "x = [bytearray(1 << 20) for _ in range(4096)]\n");

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.MEMORY_LIMIT);
    }

    /** Nothing but the memory limits their number. */
    @Test
    void veryManyFilesHarmOnlyTheSubmission() {
        Judgement judgement = judge(runner, """
                n = 0
                while True:
                    open('/work/f%d' % n, 'w').close()
                    n += 1
                """);

        assertThat(judgement.verdict()).as(judgement.toString()).isIn(Verdict.MEMORY_LIMIT, Verdict.NOT_READY);
    }

    @Test
    void aForkBombHarmsOnlyItself() {
        Judgement judgement = judge(runner, """
                while True:
                    try: os.fork()
                    except OSError: pass
                """);

        assertThat(judgement.verdict())
                .as(judgement.toString())
                .isIn(Verdict.NOT_READY, Verdict.RUN_TIME_ERROR, Verdict.MEMORY_LIMIT);
        assertThat(judge(runner, "").verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void aRuntimeWhoseContainersCannotReachEachOtherIsAFaultOfOurs() {
        try (LocalRunner apart = runner("runsc-apart")) {
            Judgement judgement = judge(apart, "");

            assertThat(judgement.verdict()).isEqualTo(Verdict.JUDGE_ERROR);
            assertThat(judgement.explanation()).contains("runsc-apart", Gvisor.SHARED_NETWORK, "daemon.json");
        }
    }

    private static LocalRunner runner(String runtime) {
        return LocalRunner.start(new RunnerSettings(engine.host(), runtime, 1, 10, cache));
    }

    private static Judgement judge(LocalRunner runner, String before) {
        return runner.judge()
                .judge(
                        new JudgeRequest(
                                "gvisor",
                                Sums.challenge(),
                                "python",
                                SourceFiles.of(Map.of("main.py", "import os, sys\n" + before + Sums.PYTHON)),
                                Scope.VISIBLE),
                        event -> {});
    }
}

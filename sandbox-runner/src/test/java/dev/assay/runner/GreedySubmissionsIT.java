package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What submissions do that take all they can get of something. After each, a known-good one is accepted and no container is left.
 */
class GreedySubmissionsIT {

    @RegisterExtension
    static final RealEngine engine = new RealEngine();

    @AfterEach
    void aGoodSubmissionIsStillAccepted() {
        Attack.hasLeftNoHarm(engine);
    }

    @Test
    void aForkBombStopsAtItsLimit() {
        Judgement judgement = python("""
                while True:
                    try: os.fork()
                    except OSError: pass
                """, Scope.ALL);

        assertThat(judgement.verdict())
                .as(judgement.toString())
                .isIn(Verdict.NOT_READY, Verdict.RUN_TIME_ERROR, Verdict.MEMORY_LIMIT);
    }

    @Test
    void aThreadBombStopsAtItsLimit() {
        Judgement judgement = python("""
                import threading, time
                started = 0
                try:
                    while True:
                        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
                        started += 1
                except RuntimeError: print('threads', started < 64, flush=True)
                """, Scope.VISIBLE);

        assertThat(judgement.serviceLog()).contains("threads True");
    }

    @Test
    void memoryOfTheServiceIsLimited() {
        Judgement judgement = python("x = [bytearray(1 << 20) for _ in range(4096)]\n", Scope.ALL);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.MEMORY_LIMIT);
        assertThat(judgement.explanation()).contains("256 MiB");
    }

    @Test
    @DisplayName(
            "A child that was killed for want of memory is seen, though the service goes on and answers everything")
    void memoryOfAChildIsLimited() {
        Judgement judgement = python("""
                if os.fork() == 0:
                    x = [bytearray(1 << 20) for _ in range(4096)]
                os.wait()
                """, Scope.ALL);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.MEMORY_LIMIT);
    }

    @Test
    void outputIsLimited() {
        for (String stream : List.of("stdout", "stderr")) {
            Judgement judgement = python("import sys\nwhile True: sys." + stream + ".write('x' * 65536)\n", Scope.ALL);

            assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.OUTPUT_LIMIT);
            assertThat(judgement.explanation()).contains("64 KiB");
            assertThat(judgement.serviceLog().length()).isLessThan(70_000);
        }
    }

    /** Or the verdict would depend on whether the tests or the output came first. */
    @Test
    void outputIsLimitedHoweverGoodTheAnswersAre() {
        Judgement judgement =
                python("""
                import sys, threading
                def flood():
                    for _ in range(100): sys.stderr.write('x' * 4096)
                """ + Sums.PYTHON.replace("body = 'hello'", "flood()\n        body = 'hello'"), Scope.ALL);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.OUTPUT_LIMIT);
        assertThat(judgement.tests()).allMatch(test -> test.passed());
        assertThat(judgement.score()).isEqualTo(99);
    }

    @Test
    void disksAreLimited() {
        Judgement judgement = python("""
                import errno
                def fill(folder):
                    size = 0
                    try:
                        with open(folder + '/big', 'wb') as f:
                            while True: f.write(bytes(1 << 20)); f.flush(); size += 1
                    except OSError as e: reason = e.errno
                    os.unlink(folder + '/big')
                    count = 0
                    try:
                        while True: open(folder + '/f%d' % count, 'w').close(); count += 1
                    except OSError as e: reason2 = e.errno
                    for i in range(count): os.unlink(folder + '/f%d' % i)
                    print(folder, size <= 64 and reason == errno.ENOSPC, count <= 8192 and reason2 == errno.ENOSPC)
                for folder in ('/work', '/tmp', '/dev/shm'): fill(folder)
                with open('/work/sparse', 'wb') as f:
                    try: f.truncate(1 << 40)
                    except OSError as e: print(e.errno)
                os.unlink('/work/sparse')
                writable = [p for p in ('/', '/opt', '/etc', '/usr/bin', '/var/tmp', '/dev', '/run', '/proc/sys', '/sys') if os.access(p, os.W_OK)]
                print('writable', writable, flush=True)
                """, Scope.VISIBLE);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judgement.serviceLog())
                .contains("/work True True", "/tmp True True", "/dev/shm True True", "writable []");
    }

    @Test
    void openFilesAndPortsAreLimited() {
        Judgement judgement = python("""
                import socket
                held = []
                try:
                    while True: held.append(socket.socket()); held[-1].bind(('127.0.0.1', 0))
                except OSError as e: print('sockets', len(held) <= 256, e.errno, flush=True)
                for s in held[:64]: s.close()
                """, Scope.VISIBLE);

        assertThat(judgement.serviceLog()).contains("sockets True 24");
        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void memoryOfManySmallProcessesIsLimited() {
        Judgement judgement = python("""
                import time
                for _ in range(50):
                    if os.fork() == 0:
                        x = bytearray(os.urandom(1 << 10) * (10 << 10))
                        time.sleep(60)
                        os._exit(0)
                os.wait()
                """, Scope.ALL);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.MEMORY_LIMIT);
    }

    /** What was read is kept in memory as long as there is room, and is no one's memory. */
    @Test
    void readingMoreThanTheMemoryHoldsIsNoHarm() {
        Judgement judgement = engine.judge(
                Sums.challenge(Sums.limits(15, 60, 20, 128)),
                "python",
                Map.of("main.py", """
                        import os
                        size = 0
                        for folder, _, files in os.walk('/usr'):
                            for file in files:
                                path = os.path.join(folder, file)
                                if size > (200 << 20) or os.path.islink(path) or not os.access(path, os.R_OK): continue
                                with open(path, 'rb') as f:
                                    while part := f.read(1 << 20): size += len(part)
                        print('read', size > (200 << 20), flush=True)
                        """ + Sums.PYTHON),
                Scope.VISIBLE);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judgement.serviceLog()).contains("read True");
    }

    /** Every process holds as many as it may, and others wait for the kernel to forget them. */
    @Test
    void portsDoNotRunOutForTheExaminer() {
        Judgement judgement = engine.judge(
                Sums.challenge(Sums.limits(15, 60, 20, 256)),
                "python",
                Map.of("main.py", """
                        import os, socket, time
                        listener = socket.create_server(('127.0.0.1', 9090))
                        for _ in range(20000):
                            one = socket.create_connection(('127.0.0.1', 9090))
                            other, _ = listener.accept()
                            one.close()
                            other.close()
                        listener.close()
                        waiting = int(open('/proc/net/sockstat').read().split(' tw ')[1].split()[0])
                        told, tell = os.pipe()
                        children = 45
                        for _ in range(children):
                            if os.fork() == 0:
                                held = []
                                try:
                                    while True:
                                        held.append(socket.socket())
                                        held[-1].bind(('127.0.0.1', 0))
                                except OSError: os.write(tell, len(held).to_bytes(4))
                                time.sleep(100)
                        held = sum(int.from_bytes(os.read(told, 4)) for _ in range(children))
                        print('waiting', waiting > 1000, 'held', 10000 < held < 28232, flush=True)
                        """ + Sums.PYTHON),
                Scope.VISIBLE);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judgement.serviceLog()).contains("waiting True held True");
    }

    @Test
    void aServiceThatHangsHoweverItDoesHasItsTime() {
        for (String hang : List.of(
                "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nos.kill(os.getpid(), signal.SIGSTOP)\n",
                "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()\n")) {
            Judgement judgement = engine.judge(
                    Sums.challenge(Sums.limits(15, 2, 20, 256)),
                    "python",
                    Map.of("main.py", "import os\n" + hang + Sums.PYTHON),
                    Scope.ALL);

            assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.NOT_READY);
            assertThat(judgement.explanation()).contains("2 s");
        }
    }

    private static Judgement python(String before, Scope scope) {
        return Attack.python(engine, before, scope);
    }
}

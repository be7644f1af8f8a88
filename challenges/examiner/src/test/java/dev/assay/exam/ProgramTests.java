package dev.assay.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an exam learns of a run, from the answers of a front that is written by hand here; the real one runs in a container. */
@Timeout(20)
class ProgramTests {

    private static String answer(String end, int status, String stdout, String stderr) {
        byte[] out = stdout.getBytes(StandardCharsets.UTF_8);
        byte[] err = stderr.getBytes(StandardCharsets.UTF_8);
        return "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + (out.length + err.length)
                + "\r\nAssay-End: " + end + "\r\nAssay-Status: " + status + "\r\nAssay-Stdout-Bytes: " + out.length
                + "\r\nAssay-Stderr-Bytes: " + err.length + "\r\nAssay-Stderr-Cut: 0\r\nAssay-Wall-Millis: 120"
                + "\r\nAssay-Cpu-Millis: 50\r\n\r\n" + stdout + stderr;
    }

    private static Run run(String answer) {
        return run("3 4\n", answer);
    }

    private static Run run(String stdin, String answer) {
        try (RawServer server = RawServer.saying(answer);
                Program program = new Program("127.0.0.1", server.port())) {
            return program.run(stdin, Duration.ofSeconds(2));
        }
    }

    private static String failure(Runnable assertion) {
        AssertionError failure = assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(assertion::run)
                .actual();
        return String.valueOf(failure.getMessage());
    }

    @Test
    void tellsWhatTheProgramWrote() {
        Run run = run(answer("exit", 0, "sieben €\n7\n", "careful\n"));

        assertThat(run.stdout()).isEqualTo("sieben €\n7\n");
        assertThat(run.stdoutBytes()).hasSize(13);
        assertThat(run.lines()).containsExactly("sieben €", "7");
        assertThat(run.stderr()).isEqualTo("careful\n");
        assertThat(run.exitCode()).isZero();
        assertThat(run.timedOut()).isFalse();
        assertThat(run.wallTime()).isEqualTo(Duration.ofMillis(120));
        assertThat(run.cpuTime()).isEqualTo(Duration.ofMillis(50));
        run.hasExitCode(0).hasOutput("sieben €\n7");
        run.output().startsWith("sieben");
    }

    @Test
    void sendsItsInputAndLimit() {
        AtomicReference<String> head = new AtomicReference<>("");
        try (RawServer server = new RawServer(head::set, _ -> {}, out -> {
                    out.write(answer("exit", 0, "", "").getBytes(StandardCharsets.UTF_8));
                    return false;
                });
                Program program = new Program("127.0.0.1", server.port())) {
            program.run(new byte[] {1, 2, 3}, Duration.ofMillis(1500));
        }

        assertThat(head.get())
                .startsWith("POST /run HTTP/1.1\r\n")
                .containsIgnoringCase("\r\nContent-Length: 3\r\n")
                .containsIgnoringCase("\r\nAssay-Limit-Millis: 1500\r\n");
    }

    @Test
    void overlooksWhiteSpaceAtTheEnds() {
        Run run = run(answer("exit", 0, "1 2 \r\n\n3\n\n", ""));

        run.hasOutput("1 2\n\n3").hasOutput("1 2\n\n3\n");
        assertThat(failure(() -> run.hasOutput("1  2\n\n3")))
                .contains("expected line 1 to be \"1  2\" but was \"1 2\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7       | 8     | input \"3 4\\n\" → expected line 1 to be \"8\" but was \"7\"; it ended with exit code 0, output: \"7\"",
                "a\\nb | a     | expected 1 lines but line 2 was \"b\"",
                "a       | a\\nb | expected line 2 to be \"b\" but the output ended before it",
                "''      | a     | the output ended before it; it ended with exit code 0, no output",
            })
    void namesTheFirstLineThatDiffers(String printed, String expected, String message) {
        Run run = run(answer("exit", 0, printed.replace("\\n", "\n"), ""));

        assertThat(failure(() -> run.hasOutput(expected.replace("\\n", "\n")))).contains(message);
    }

    @Test
    void saysHowARunEnded() {
        Run crashed = run(answer("exit", 3, "", "Traceback:\n  KeyError: 'x'\n"));
        assertThat(failure(() -> crashed.hasOutput("7")))
                .isEqualTo("input \"3 4\\n\" → expected exit code 0; it ended with exit code 3, no output, "
                        + "standard error: Traceback: KeyError: 'x'");
        crashed.hasExitCode(3);

        Run killed = run(answer("signal", 11, "", ""));
        assertThat(failure(() -> killed.hasExitCode(11))).contains("it was killed by signal 11");
        assertThat(failure(killed::exitCode)).contains("expected it to end by itself; it was killed by signal 11");

        Run late = run("", answer("time", 9, "1\n", ""));
        assertThat(late.timedOut()).isTrue();
        assertThat(failure(() -> late.hasOutput("1")))
                .contains("empty input", "it was killed after 2 s", "output: \"1\\n\"");

        Run much = run(answer("output", 9, "y\n".repeat(500), ""));
        assertThat(failure(() -> much.hasExitCode(0)))
                .contains("it was killed because it wrote more than 1048576 bytes")
                .hasSizeLessThan(500);
    }

    @Test
    void showsBothEndsOfALongStandardError() {
        Run run = run(answer("exit", 1, "", "first\n" + "\tat somewhere\n".repeat(200) + "last"));

        assertThat(failure(() -> run.hasExitCode(0)))
                .contains("standard error: first", " … ")
                .endsWith("last");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nAssay-End: exit\r\nAssay-Status: 0\r\nAssay-Stdout-Bytes: -1\r\n"
                        + "Assay-Stderr-Bytes: 0\r\nAssay-Wall-Millis: 1\r\nAssay-Cpu-Millis: 1\r\n\r\n7",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nAssay-End: exit\r\nAssay-Status: 0\r\nAssay-Stdout-Bytes: 7\r\n"
                        + "Assay-Stderr-Bytes: 0\r\nAssay-Wall-Millis: 1\r\nAssay-Cpu-Millis: 1\r\n\r\n7",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nAssay-End: exit\r\nAssay-Status: 0\r\nAssay-Stdout-Bytes: 1\r\n"
                        + "Assay-Stderr-Bytes: 2147483647\r\nAssay-Wall-Millis: 1\r\nAssay-Cpu-Millis: 1\r\n\r\n7"
            })
    void takesNoOtherAnswerForARun(String bytes) {
        assertThat(failure(() -> run(bytes))).contains("input \"3 4\\n\" → the answer about the run makes no sense");
    }

    @Test
    void bindsAnAnswerWithoutEnd() {
        try (RawServer server = new RawServer(out -> {
                    out.write(answer("exit", 0, "", "")
                            .replace("Content-Length: 0", "X: 0")
                            .getBytes(StandardCharsets.UTF_8));
                    while (true) {
                        out.write(new byte[65536]);
                    }
                });
                Program program = new Program("127.0.0.1", server.port())) {
            assertThat(failure(() -> program.run(""))).contains("empty input → the run was broken off");
        }
    }

    @Test
    void saysWhenNothingCanBeStarted() {
        assertThat(failure(() -> run("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n")))
                .contains("could not be started", "too many processes");
        int port;
        try (RawServer server = RawServer.saying("")) {
            port = server.port();
            try (Program program = new Program("127.0.0.1", port)) {
                assertThat(failure(() -> program.run("x"))).contains("input \"x\" → the run was broken off");
            }
        }
        try (Program program = new Program("127.0.0.1", port)) {
            assertThat(failure(() -> program.run("x")))
                    .contains("input \"x\" → the program cannot be started any more");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> program.run("x", Duration.ZERO))
                    .withMessageContaining("at least a millisecond");
        }
    }
}

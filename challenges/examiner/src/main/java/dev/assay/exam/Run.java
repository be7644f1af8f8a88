package dev.assay.exam;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;

/** A run of the candidate's program that has ended. Its assertions name the input and the end when they fail. */
public final class Run {
    static final int MAX_STDOUT = 1 << 20;
    static final int MAX_STDERR = 1 << 16;

    private sealed interface End {
        record Exited(int code) implements End {}

        record Signalled(int number) implements End {}

        record OutOfTime(Duration limit) implements End {}

        record TooMuchOutput() implements End {}
    }

    private final String input;
    private final End end;
    private final byte[] stdout;
    private final String stderr;
    private final Duration wallTime;
    private final Duration cpuTime;

    private Run(String input, End end, byte[] stdout, String stderr, Duration wallTime, Duration cpuTime) {
        this.input = input;
        this.end = end;
        this.stdout = stdout;
        this.stderr = stderr;
        this.wallTime = wallTime;
        this.cpuTime = cpuTime;
    }

    /** Whoever answers is in the candidate's container, so the answer is taken for what it is only where it makes sense. */
    static Run of(String input, Duration limit, HttpResponse<byte[]> answer) {
        if (answer.statusCode() == 503) {
            throw new AssertionError(
                    input + " → the program could not be started: its earlier runs have left too many processes");
        }
        try {
            HttpHeaders headers = answer.headers();
            int status = number(headers, "Assay-Status");
            End end = switch (headers.firstValue("Assay-End").orElse("")) {
                case "exit" -> new End.Exited(status);
                case "signal" -> new End.Signalled(status);
                case "time" -> new End.OutOfTime(limit);
                case "output" -> new End.TooMuchOutput();
                default -> throw new IllegalArgumentException("No end is told");
            };
            byte[] body = answer.body();
            int split = number(headers, "Assay-Stdout-Bytes");
            if ((long) split + number(headers, "Assay-Stderr-Bytes") != body.length) {
                throw new IllegalArgumentException("The lengths do not fit");
            }
            return new Run(
                    input,
                    end,
                    Arrays.copyOf(body, split),
                    new String(body, split, body.length - split, StandardCharsets.UTF_8),
                    Duration.ofMillis(number(headers, "Assay-Wall-Millis")),
                    Duration.ofMillis(number(headers, "Assay-Cpu-Millis")));
        } catch (IllegalArgumentException e) {
            throw new AssertionError(
                    input + " → the answer about the run makes no sense; does the program listen on a port?", e);
        }
    }

    private static int number(HttpHeaders headers, String name) {
        int value = Integer.parseInt(headers.firstValue(name).orElse(""));
        if (value < 0) {
            throw new IllegalArgumentException(name + " is negative");
        }
        return value;
    }

    /** An input as failure messages name it. */
    static String named(byte[] stdin) {
        return stdin.length == 0 ? "empty input" : "input " + quoted(new String(stdin, StandardCharsets.UTF_8));
    }

    /** Standard output, read as UTF-8. */
    public String stdout() {
        return new String(stdout, StandardCharsets.UTF_8);
    }

    public byte[] stdoutBytes() {
        return stdout.clone();
    }

    /** The lines of standard output, without their ends. */
    public List<String> lines() {
        return stdout().lines().toList();
    }

    /** Standard error, read as UTF-8; what came after {@value #MAX_STDERR} bytes of it is not there. */
    public String stderr() {
        return stderr;
    }

    /** The exit code; fails when the program did not end by itself. */
    public int exitCode() {
        if (end instanceof End.Exited(int code)) {
            return code;
        }
        throw failure("expected it to end by itself");
    }

    /** Whether it was killed at its time limit. */
    public boolean timedOut() {
        return end instanceof End.OutOfTime;
    }

    /** How long it ran, in steps of about 10 ms, by the word of the container that it ran in. */
    public Duration wallTime() {
        return wallTime;
    }

    /** The processor time of all its processes, in steps of about 10 ms, by the word of the container that it ran in. */
    public Duration cpuTime() {
        return cpuTime;
    }

    /** Fails unless it ended by itself with this exit code. */
    public Run hasExitCode(int expected) {
        if (!(end instanceof End.Exited(int code)) || code != expected) {
            throw failure("expected exit code " + expected);
        }
        return this;
    }

    /**
     * Fails unless it ended by itself with exit code 0 and wrote this to standard output. White space at the end of a line and
     * empty lines at the end do not count; for a comparison character by character there is {@link #output()}.
     */
    public Run hasOutput(String expected) {
        hasExitCode(0);
        List<String> should = tidied(expected);
        List<String> is = tidied(stdout());
        for (int i = 0; i < Math.max(should.size(), is.size()); i++) {
            if (i >= is.size()) {
                throw failure("expected line " + (i + 1) + " to be " + quoted(should.get(i))
                        + " but the output ended before it");
            }
            if (i >= should.size()) {
                throw failure("expected " + should.size() + " lines but line " + (i + 1) + " was " + quoted(is.get(i)));
            }
            if (!should.get(i).equals(is.get(i))) {
                throw failure("expected line " + (i + 1) + " to be " + quoted(should.get(i)) + " but was "
                        + quoted(is.get(i)));
            }
        }
        return this;
    }

    /**
     * Fails unless it ended by itself with exit code 0 and wrote these words to standard output, as far as the comparison tells
     * words apart.
     */
    public Run hasTokens(String expected, Tokens comparison) {
        hasExitCode(0);
        comparison.difference(expected, stdout()).ifPresent(difference -> {
            throw failure("in line " + difference.line() + ", " + difference.what());
        });
        return this;
    }

    /** Whether it ended by itself with exit code 0. */
    boolean succeeded() {
        return end instanceof End.Exited(int code) && code == 0;
    }

    boolean endedByItself() {
        return end instanceof End.Exited;
    }

    /** How it ended, in words. */
    String end() {
        return switch (end) {
            case End.Exited(int code) -> "it ended with exit code " + code;
            case End.Signalled(int number) -> "it was killed by signal " + number;
            case End.OutOfTime(Duration limit) -> "it was killed after " + Words.seconds(limit);
            case End.TooMuchOutput() -> "it was killed because it wrote more than " + MAX_STDOUT + " bytes";
        };
    }

    /** An assertion on standard output, whatever the exit code. */
    public AbstractStringAssert<?> output() {
        return Assertions.assertThat(stdout()).as("output for %s", input);
    }

    /** A failure that names the input, what was expected, and how the run ended. */
    public AssertionError failure(String what) {
        return new AssertionError(input + " → " + what + "; " + ending());
    }

    private String ending() {
        String wrote = stdout.length == 0 ? ", no output" : ", output: " + quoted(stdout());
        return end() + wrote + (stderr.isBlank() ? "" : ", standard error: " + Words.ends(stderr, 500));
    }

    private static List<String> tidied(String text) {
        return text.stripTrailing().lines().map(String::stripTrailing).toList();
    }

    /** With its line ends visible, which are part of what a program reads and writes. */
    private static String quoted(String text) {
        return "\"" + Words.cut(text.replace("\r", "\\r").replace("\n", "\\n"), 200) + "\"";
    }

    @Override
    public String toString() {
        return input + " → " + ending();
    }
}

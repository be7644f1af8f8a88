package dev.assay.exam;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The package's own program that tells whether an output is right, where several are: {@code exam/validator/<language>/} in the package.
 * A test method or a test class's constructor takes it as a parameter. {@link Cases#judgedBy} has it judge cases.
 *
 * <p>It is called as the <a href="https://www.kattis.com/problem-package-format/">problem package format</a> of ICPC and Kattis says: with
 * the paths of the input, of the right answer and of a folder for feedback as its first arguments, and the output on its standard input. It
 * ends with exit code 42 when the output is right and 43 when it is wrong; what it then wrote to {@code judgemessage.txt} in that folder or
 * to standard error says why. It runs in a container of its own, which the submission does not see into, and for at most
 * {@value #LIMIT_SECONDS} seconds.
 *
 * <pre>{@code
 * @Test
 * void findsAnyShortestWay(Program program, Validator validator) {
 *     String map = "3 3\n...\n.#.\n...\n";
 *     validator.accepts(map, "4", program.run(map));
 * }
 * }</pre>
 */
public final class Validator implements AutoCloseable {
    static final int LIMIT_SECONDS = 20;

    private static final int RIGHT = 42;
    private static final int WRONG = 43;
    private static final int SHOWN = 500;

    private final Program program;

    /** Made by the examiner. */
    public Validator(String host, int port) {
        this.program = new Program(host, port);
    }

    /**
     * What it says of an output.
     *
     * @param why in the validator's words, which may tell of the input and the answer; may be empty
     */
    public record Finding(boolean right, String why) {}

    /**
     * Asks about an output.
     *
     * @param answer what the validator knows of the right answer
     * @param arguments that it gets behind the three paths; none has a line end in it
     * @throws BrokenValidator when it does not end with 42 or 43 in time
     */
    public Finding judge(String input, String answer, Run output, List<String> arguments) {
        Run run;
        try {
            run = program.run(framed(input, answer, output, arguments), Duration.ofSeconds(LIMIT_SECONDS));
        } catch (AssertionError notRun) {
            throw new BrokenValidator("The validator could not be run, or was broken off");
        }
        int code = run.endedByItself() ? run.exitCode() : -1;
        if (code != RIGHT && code != WRONG) {
            String said = run.stderr().isBlank() ? "" : ". It said: " + Words.ends(run.stderr(), SHOWN);
            throw new BrokenValidator(
                    "A validator ends with exit code " + RIGHT + " or " + WRONG + ", but " + run.end() + said);
        }
        return new Finding(code == RIGHT, run.stderr().strip());
    }

    /** Fails unless the program ended with exit code 0 and the validator says that its output is right. */
    public void accepts(String input, String answer, Run output) {
        output.hasExitCode(0);
        Finding finding = judge(input, answer, output, List.of());
        if (!finding.right()) {
            throw output.failure("wrong answer" + words(finding.why()));
        }
    }

    static String words(String why) {
        return why.isEmpty() ? "" : ": " + Words.ends(why, SHOWN);
    }

    private static byte[] framed(String input, String answer, Run output, List<String> arguments) {
        byte[] asked = input.getBytes(StandardCharsets.UTF_8);
        byte[] right = answer.getBytes(StandardCharsets.UTF_8);
        byte[] more = arguments.stream()
                .map(argument -> argument + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream framed = new ByteArrayOutputStream();
        framed.writeBytes(
                (asked.length + " " + right.length + " " + more.length + "\n").getBytes(StandardCharsets.UTF_8));
        framed.writeBytes(asked);
        framed.writeBytes(right);
        framed.writeBytes(more);
        framed.writeBytes(output.stdoutBytes());
        return framed.toByteArray();
    }

    @Override
    public void close() {
        program.close();
    }
}

package dev.assay.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ValidatorTests {
    private static final Data DATA = new Data(Map.of("secret/01.in", "top secret\n", "secret/01.ans", "the answer\n"));

    private static String ended(String end, int status, String stdout, String stderr) {
        int out = stdout.getBytes(StandardCharsets.UTF_8).length;
        int err = stderr.getBytes(StandardCharsets.UTF_8).length;
        return "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + (out + err) + "\r\nAssay-End: " + end
                + "\r\nAssay-Status: " + status + "\r\nAssay-Stdout-Bytes: " + out + "\r\nAssay-Stderr-Bytes: " + err
                + "\r\nAssay-Stderr-Cut: 0\r\nAssay-Wall-Millis: 120\r\nAssay-Cpu-Millis: 50\r\n\r\n" + stdout + stderr;
    }

    private interface Use {
        void with(Program program, Validator validator);
    }

    private static void whenItEnds(String validation, Use use) {
        try (RawServer served = RawServer.saying(ended("exit", 0, "6 1\n", ""));
                RawServer judging = RawServer.saying(validation);
                Program program = new Program("127.0.0.1", served.port());
                Validator validator = new Validator("127.0.0.1", judging.port())) {
            use.with(program, validator);
        }
    }

    private static Cases cases(Program program, Validator validator) {
        return new Cases(program, DATA, Duration.ofSeconds(2)).judgedBy(validator, "max", "5");
    }

    @Test
    void passesWhatTheValidatorAccepts() {
        whenItEnds(ended("exit", 42, "", "fine"), (program, validator) -> {
            cases(program, validator).passUnseen(List.of("secret/01"));
            validator.accepts("1\n", "2\n", program.run("1\n"));
        });
    }

    @Test
    void saysOfAnUnseenCaseNothingThatTheValidatorSays() {
        whenItEnds(
                ended("exit", 43, "", "expected the answer"),
                (program, validator) -> assertThatExceptionOfType(AssertionError.class)
                        .isThrownBy(() -> cases(program, validator).passUnseen(List.of("secret/01")))
                        .withMessage("case secret/01 → wrong answer: the validator does not accept it"));
    }

    @Test
    void showsWhatTheValidatorSaysOfASeenCase() {
        whenItEnds(ended("exit", 43, "", "6 is too much\n"), (program, validator) -> {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> cases(program, validator).pass("secret/01"))
                    .withMessage(
                            "input \"top secret\\n\" → wrong answer: the validator does not accept it: 6 is too much; it"
                                    + " ended with exit code 0, output: \"6 1\\n\"");
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> validator.accepts("1\n", "", program.run("1\n")))
                    .withMessageContaining("wrong answer: 6 is too much");
        });
    }

    @Test
    void aValidatorThatEndsOtherwiseIsTheFaultOfThePackage() {
        for (String end : List.of(
                ended("exit", 1, "", "ValueError: not a number"),
                ended("signal", 11, "", ""),
                ended("time", 9, "", ""),
                "nonsense")) {
            whenItEnds(
                    end,
                    (program, validator) -> assertThatExceptionOfType(BrokenValidator.class)
                            .isThrownBy(() -> cases(program, validator).passUnseen(List.of("secret/01"))));
        }
        whenItEnds(
                ended("exit", 1, "", "ValueError: not a number"),
                (program, validator) -> assertThatExceptionOfType(BrokenValidator.class)
                        .isThrownBy(() -> cases(program, validator).pass("secret/01"))
                        .withMessage("A validator ends with exit code 42 or 43, but it ended with exit code 1. It said:"
                                + " ValueError: not a number"));
    }

    @Test
    void getsTheInputTheAnswerAndItsArgumentsBeforeTheOutput() {
        List<String> heard = new CopyOnWriteArrayList<>();
        byte[] accepted = ended("exit", 42, "", "").getBytes(StandardCharsets.UTF_8);
        try (RawServer judging = new RawServer(head -> {}, heard::add, out -> {
                    out.write(accepted);
                    return false;
                });
                RawServer served = RawServer.saying(ended("exit", 0, "6 1\n", ""));
                Program program = new Program("127.0.0.1", served.port());
                Validator validator = new Validator("127.0.0.1", judging.port())) {
            cases(program, validator).passUnseen(List.of("secret/01"));

            assertThat(heard).containsExactly("11 11 6\ntop secret\nthe answer\nmax\n5\n6 1\n");
        }
    }
}

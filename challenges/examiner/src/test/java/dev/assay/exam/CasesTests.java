package dev.assay.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CasesTests {
    private static final Data DATA = new Data(Map.of(
            "secret/01.in", "top secret\n",
            "secret/01.ans", "7\n",
            "secret/02.in", "2\n",
            "secret/02.ans", "8\n",
            "secret/deep/03.in", "3\n",
            "secret/deep/03.ans", "9\n"));

    private static String failure(String answer, boolean seen, String... names) {
        try (RawServer server = RawServer.saying(answer);
                Program program = new Program("127.0.0.1", server.port())) {
            Cases cases = new Cases(program, DATA, Duration.ofSeconds(2));
            return String.valueOf(assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> {
                        if (seen) {
                            cases.pass(names);
                        } else {
                            cases.passUnseen(List.of(names));
                        }
                    })
                    .actual()
                    .getMessage());
        }
    }

    private static String answer(String end, int status, String stdout) {
        int length = stdout.getBytes(StandardCharsets.UTF_8).length;
        return "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + length + "\r\nAssay-End: " + end
                + "\r\nAssay-Status: " + status + "\r\nAssay-Stdout-Bytes: " + length
                + "\r\nAssay-Stderr-Bytes: 0\r\nAssay-Stderr-Cut: 0\r\nAssay-Wall-Millis: 120"
                + "\r\nAssay-Cpu-Millis: 50\r\n\r\n" + stdout;
    }

    @Test
    void findsTheCasesOfAFolder() {
        try (Program program = new Program("127.0.0.1", 1)) {
            Cases cases = new Cases(program, DATA, Duration.ofSeconds(1));

            assertThat(cases.in("secret")).containsExactly("secret/01", "secret/02");
            assertThat(cases.in("secret/deep")).containsExactly("secret/deep/03");
            assertThat(cases.in("sec")).isEmpty();
        }
        assertThat(DATA.has("secret/01.in")).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DATA.text("secret/09.in"))
                .withMessage("The package has no file exam/data/secret/09.in");
    }

    @Test
    void showsASeenCase() {
        assertThat(failure(answer("exit", 0, "6\n"), true, "secret/01"))
                .isEqualTo(
                        "input \"top secret\\n\" → wrong answer: in line 1, expected \"7\" but was \"6\"; it ended with"
                                + " exit code 0, output: \"6\\n\"");
    }

    @Test
    void namesAnUnseenCaseAndNothingOfIt() {
        assertThat(failure(answer("exit", 0, "7\n"), false, "secret/01", "secret/02"))
                .isEqualTo("case secret/02 (2 of 2) → wrong answer: in line 1 of the output");
        assertThat(failure(answer("time", 0, "7\n"), false, "secret/01", "secret/02"))
                .isEqualTo("case secret/01 (1 of 2) → time limit: it had not ended after 2 s");
        assertThat(failure(answer("signal", 11, "7\n"), false, "secret/01"))
                .isEqualTo("case secret/01 → run-time error: it was killed by signal 11");
        assertThat(failure("nonsense", false, "secret/01"))
                .contains("run-time error")
                .doesNotContain("top");
    }

    @Test
    void passesWhatIsRight() {
        try (RawServer server = RawServer.saying(answer("exit", 0, "7.0\n"));
                Program program = new Program("127.0.0.1", server.port())) {
            new Cases(program, DATA, Duration.ofSeconds(2))
                    .comparedBy(Tokens.LENIENT.withTolerance(1e-9))
                    .pass("secret/01");
            program.run("").hasTokens("7.0", Tokens.LENIENT);
        }
    }
}

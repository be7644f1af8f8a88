package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Companions;
import dev.assay.challenge.ExamData;
import dev.assay.challenge.Form;
import dev.assay.challenge.Level;
import dev.assay.challenge.SourceFiles;
import dev.assay.challenge.Track;
import dev.assay.challenge.Validator;
import dev.assay.runner.environment.Environments;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.TestResult;
import dev.assay.runner.judging.Verdict;
import dev.assay.runner.sandbox.SandboxFault;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A package's own program that tells whether an output is right, in every language that it may be in. */
class ValidatorIT {

    @RegisterExtension
    static final RealEngine engine = new RealEngine();

    private static final Environments environments = Environments.shipped();

    /** Accepts the answer with a word put behind it, when it gets the arguments that it should; else says what it got. */
    private static final Map<String, Map<String, String>> VALIDATORS = Map.of(
            "python", Map.of("main.py", """
                    import sys
                    given, right, folder, *arguments = sys.argv[1:]
                    expected = open(given).read().strip() + open(right).read().strip() + " ".join(arguments)
                    got = sys.stdin.read().strip()
                    open(folder + "judgemessage.txt", "w").write(f"'{expected}' is not '{got}'")
                    sys.exit(42 if got == expected else 43)
                    """),
            "java", Map.of("Main.java", """
                    import java.nio.file.*;
                    import java.util.*;
                    public class Main {
                      public static void main(String[] args) throws Exception {
                        String expected = Files.readString(Path.of(args[0])).strip() + Files.readString(Path.of(args[1])).strip()
                            + String.join(" ", Arrays.asList(args).subList(3, args.length));
                        String got = new String(System.in.readAllBytes()).strip();
                        Files.writeString(Path.of(args[2] + "judgemessage.txt"), "'" + expected + "' is not '" + got + "'");
                        System.exit(got.equals(expected) ? 42 : 43);
                      }
                    }
                    """),
            "node", Map.of("main.js", """
                    const fs = require('fs');
                    const [given, right, folder, ...rest] = process.argv.slice(2);
                    const expected = fs.readFileSync(given, 'utf8').trim() + fs.readFileSync(right, 'utf8').trim() + rest.join(' ');
                    const got = fs.readFileSync(0, 'utf8').trim();
                    fs.writeFileSync(folder + 'judgemessage.txt', `'${expected}' is not '${got}'`);
                    process.exit(got === expected ? 42 : 43);
                    """),
            "go", Map.of("main.go", """
                    package main
                    import ("io"; "os"; "strings")
                    func main() {
                      given, _ := os.ReadFile(os.Args[1])
                      right, _ := os.ReadFile(os.Args[2])
                      expected := strings.TrimSpace(string(given)) + strings.TrimSpace(string(right)) + strings.Join(os.Args[4:], " ")
                      read, _ := io.ReadAll(os.Stdin)
                      got := strings.TrimSpace(string(read))
                      os.WriteFile(os.Args[3] + "judgemessage.txt", []byte("'" + expected + "' is not '" + got + "'"), 0644)
                      if got == expected { os.Exit(42) }
                      os.Exit(43)
                    }
                    """),
            "php", Map.of("main.php", """
                    <?php
                    $expected = trim(file_get_contents($argv[1])) . trim(file_get_contents($argv[2])) . implode(' ', array_slice($argv, 4));
                    $got = trim(stream_get_contents(STDIN));
                    file_put_contents($argv[3] . 'judgemessage.txt', "'$expected' is not '$got'");
                    exit($got === $expected ? 42 : 43);
                    """),
            "ruby", Map.of("main.rb", """
                    given, right, folder, *rest = ARGV
                    expected = File.read(given).strip + File.read(right).strip + rest.join(' ')
                    got = $stdin.read.strip
                    File.write(folder + 'judgemessage.txt', "'#{expected}' is not '#{got}'")
                    exit(got == expected ? 42 : 43)
                    """),
            "cpp", Map.of("check.cc", """
                    #include "words.h"
                    int main(int, char** args) {
                      std::string expected = all(std::ifstream(args[1])) + all(std::ifstream(args[2]));
                      for (int i = 4; args[i]; i++) expected += (i > 4 ? " " : "") + std::string(args[i]);
                      std::string got = all(std::move(std::cin));
                      std::ofstream(args[3] + std::string("judgemessage.txt")) << "'" << expected << "' is not '" << got << "'";
                      return got == expected ? 42 : 43;
                    }
                    """, "words.h", """
                    #include <fstream>
                    #include <iostream>
                    #include <sstream>
                    inline std::string all(std::istream&& in) {
                      std::stringstream text;
                      text << in.rdbuf();
                      std::string found = text.str();
                      while (!found.empty() && isspace(found.back())) found.pop_back();
                      return found;
                    }
                    """));

    private static final String EXAM = """
            import dev.assay.exam.*;
            import java.time.Duration;
            import org.junit.jupiter.api.*;
            @Category("all")
            class JudgeTests {
                final Cases cases;
                JudgeTests(Program program, Data data, Validator validator) {
                    cases = new Cases(program, data, Duration.ofSeconds(5)).judgedBy(validator, "as", "$HOME it's");
                }
                @Test void seen() { cases.pass("sample/1"); }
                @Test void unseen() { cases.passUnseen(cases.in("secret")); }
            }
            """;

    private static final ExamData DATA = new ExamData(new TreeMap<>(Map.of(
            "sample/1.in",
            "open\n",
            "sample/1.ans",
            "sesame\n",
            "secret/1.in",
            "hidden\n",
            "secret/1.ans",
            "answer\n")));

    /** Knows the answers, which only a test does. */
    private static final String RIGHT = """
            answers = {"open": "sesame", "hidden": "answer"}
            given = input()
            print(given + answers[given] + "as $HOME it's")
            """;

    static Stream<String> languages() {
        return environments.validatorLanguages().stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void tellsRightFromWrong(String language) {
        Map<String, String> validator = VALIDATORS.getOrDefault(language, Map.of());

        Judgement right = judge(language, validator, RIGHT);
        assertThat(right.verdict()).as(right.toString()).isEqualTo(Verdict.ACCEPTED);

        Judgement wrong = judge(language, validator, "print('open ' + input())");
        assertThat(wrong.verdict()).as(wrong.toString()).isEqualTo(Verdict.REJECTED);
        assertThat(wrong.tests())
                .extracting(TestResult::message)
                .satisfiesExactly(
                        seen -> assertThat(seen)
                                .contains(
                                        "wrong answer: the validator does not accept it",
                                        "'opensesameas $HOME it's' is not 'open open'"),
                        unseen -> assertThat(unseen)
                                .isEqualTo("case secret/1 → wrong answer: the validator does not accept it"));
    }

    @Test
    void aValidatorThatFailsIsNotChargedToTheSubmission() {
        Judgement judgement = judge("python", Map.of("main.py", "raise ValueError('no number')"), RIGHT);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.JUDGE_ERROR);
        assertThat(judgement.fault()).isEqualTo(SandboxFault.Kind.PACKAGE);
        assertThat(judgement.explanation())
                .contains("A validator ends with exit code 42 or 43, but it ended with exit code 1", "no number");
    }

    @Test
    void aValidatorThatDoesNotBuildIsNotChargedToTheSubmission() {
        Judgement judgement = judge("cpp", Map.of("check.cc", "#include <testlib.h>\n"), RIGHT);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.JUDGE_ERROR);
        assertThat(judgement.fault()).isEqualTo(SandboxFault.Kind.PACKAGE);
        assertThat(judgement.explanation())
                .contains("The validator of pairs does not build: correct the package. It said:", "testlib.h");
    }

    /** It reaches the validator's port, as all in a pod do, but there is nothing to be had from it. */
    @Test
    void aSubmissionCannotHaveTheValidatorAcceptItsOutput() {
        Judgement judgement = judge("python", VALIDATORS.getOrDefault("python", Map.of()), """
                import socket
                with socket.create_connection(("127.0.0.1", 7009)) as validator:
                    body = b"2 2 0\\na\\nb\\nab"
                    validator.sendall(b"POST /run HTTP/1.1\\r\\nContent-Length: %d\\r\\n\\r\\n" % len(body) + body)
                    assert b"Assay-Status: 42" in validator.recv(4096)
                print("ab")
                """);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.REJECTED);
        assertThat(judgement.tests())
                .allSatisfy(
                        test -> assertThat(test.message()).contains("wrong answer: the validator does not accept it"));
    }

    private static Judgement judge(String language, Map<String, String> validator, String program) {
        Challenge challenge = new Challenge(
                "pairs",
                "Pairs",
                List.of(),
                Track.DEVELOPER,
                Level.JUNIOR,
                10,
                List.of("python"),
                new TreeMap<>(Map.of("all", 1)),
                Sums.limits(60, 20, 60, 256),
                Form.PROGRAM,
                new Companions(
                        List.of(),
                        List.of(),
                        Collections.emptySortedMap(),
                        Optional.of(new Validator(language, SourceFiles.of(validator)))),
                8080,
                "Find pairs.",
                SourceFiles.of(Map.of("JudgeTests.java", EXAM)),
                DATA,
                new TreeMap<>(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                "pairs");
        return engine.judge(challenge, "python", Map.of("main.py", program), Scope.ALL);
    }
}

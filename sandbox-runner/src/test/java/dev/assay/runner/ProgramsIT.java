package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Companions;
import dev.assay.challenge.ExamData;
import dev.assay.challenge.Form;
import dev.assay.challenge.Level;
import dev.assay.challenge.SourceFiles;
import dev.assay.challenge.Track;
import dev.assay.runner.environment.Environments;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.TestResult;
import dev.assay.runner.judging.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs for standard input and output: the sum of the numbers on stdin, in every environment that runs programs. */
class ProgramsIT {

    @RegisterExtension
    static final RealEngine engine = new RealEngine();

    private static final Environments environments = Environments.shipped();

    /** In each language: adds the numbers, exits with 3 and says so on "crash", and does what a good program does not on others. */
    private record Adder(String file, String text) {

        Adder with(String found, String put) {
            assertThat(text).contains(found);
            return new Adder(file, text.replace(found, put));
        }

        Map<String, String> files() {
            return Map.of(file, text);
        }
    }

    private static final Map<String, Adder> ADDERS = Map.of(
            "java", new Adder("Main.java", """
                    public class Main {
                      public static void main(String[] args) throws Exception {
                        String input = new String(System.in.readAllBytes());
                        if (input.startsWith("crash")) {
                          System.err.println("no number: crash");
                          System.exit(3);
                        }
                        long sum = 0;
                        for (String word : input.split("\\\\s+")) if (!word.isEmpty()) sum += Long.parseLong(word);
                        System.out.println(sum);
                      }
                    }
                    """),
            "python", new Adder("main.py", """
                    import sys
                    text = sys.stdin.read()
                    if text.startswith("crash"):
                        print("no number: crash", file=sys.stderr)
                        sys.exit(3)
                    print(sum(int(word) for word in text.split()))
                    """),
            "node", new Adder("main.js", """
                    const text = require('fs').readFileSync(0, 'utf8');
                    if (text.startsWith('crash')) {
                      console.error('no number: crash');
                      process.exit(3);
                    }
                    console.log(text.split(/\\s+/).filter((word) => word).reduce((sum, word) => sum + Number(word), 0));
                    """),
            "go", new Adder("main.go", """
                    package main
                    import ("bufio"; "fmt"; "os"; "strconv")
                    func main() {
                    	words := bufio.NewScanner(os.Stdin)
                    	words.Split(bufio.ScanWords)
                    	words.Buffer(make([]byte, 65536), 65536)
                    	sum := 0
                    	for words.Scan() {
                    		if words.Text() == "crash" {
                    			fmt.Fprintln(os.Stderr, "no number: crash")
                    			os.Exit(3)
                    		}
                    		number, _ := strconv.Atoi(words.Text())
                    		sum += number
                    	}
                    	fmt.Println(sum)
                    }
                    """),
            "php", new Adder("main.php", """
                    <?php
                    $text = stream_get_contents(STDIN);
                    if (str_starts_with($text, 'crash')) {
                        fwrite(STDERR, "no number: crash\\n");
                        exit(3);
                    }
                    echo array_sum(array_map('intval', preg_split('/\\s+/', $text, -1, PREG_SPLIT_NO_EMPTY))), "\\n";
                    """),
            "ruby", new Adder("main.rb", """
                    text = $stdin.read
                    if text.start_with?('crash')
                      warn 'no number: crash'
                      exit 3
                    end
                    puts text.split.sum(&:to_i)
                    """));

    private static final String EXAM = """
            import static org.assertj.core.api.Assertions.assertThat;
            import dev.assay.exam.*;
            import java.time.Duration;
            import org.junit.jupiter.api.*;
            @Category("all") @Timeout(60)
            class AdderTests {
                private final Program program;
                AdderTests(Program program) { this.program = program; }
                @Test @Visible void adds() {
                    int a = Fresh.number(1, 1000);
                    program.run("4\\n" + a + "\\n", Duration.ofSeconds(20)).hasOutput((a + 4) + "\\n");
                }
                @Test void addsNothing() { program.run("", Duration.ofSeconds(20)).hasOutput("0"); }
                @Test void addsALot() {
                    program.run("1 ".repeat(2_000_000), Duration.ofSeconds(30)).hasOutput("2000000");
                }
                @Test void refuses() {
                    Run run = program.run("crash", Duration.ofSeconds(20)).hasExitCode(3);
                    assertThat(run.stdout()).isEmpty();
                    assertThat(run.stderr()).contains("no number: crash");
                }
            }
            """;

    static Stream<String> environments() {
        return environments.names().stream()
                .filter(name -> environments.named(name).answering(Form.PROGRAM).isPresent());
    }

    @ParameterizedTest
    @MethodSource("environments")
    void acceptsTheRightProgramAndNoOther(String environment) {
        assertThat(ADDERS).as("a program in each language").containsKey(environment);
        Adder right = ADDERS.get(environment);

        Judgement accepted = judge(environment, right.files(), EXAM);
        assertThat(accepted.verdict()).as(accepted.toString()).isEqualTo(Verdict.ACCEPTED);

        Judgement wrong = judge(
                environment, right.with("no number", "that is").with("3", "4").files(), EXAM);
        assertThat(wrong.verdict()).as(wrong.toString()).isEqualTo(Verdict.PARTIAL);
        assertThat(failures(wrong)).containsOnlyKeys("AdderTests.refuses");
        assertThat(failures(wrong).get("AdderTests.refuses"))
                .contains("input \"crash\" → expected exit code 3; it ended with exit code 4")
                .contains("standard error: that is: crash");
    }

    @Test
    void tellsEndlessOutputFromAnEndlessRunAndFromACrash() {
        Judgement judgement = judge("python", Map.of("main.py", """
                import os, signal, sys, time
                what = sys.stdin.read().strip()
                if what == "output":
                    while True: print("y" * 1000)
                if what == "errors":
                    while True: print("y" * 1000, file=sys.stderr)
                if what == "run":
                    print("begun", flush=True)
                    while True: pass
                if what == "sleep":
                    signal.signal(signal.SIGTERM, signal.SIG_IGN)
                    time.sleep(1000)
                if what == "signal":
                    os.kill(os.getpid(), signal.SIGSEGV)
                """), """
                import dev.assay.exam.*;
                import java.time.Duration;
                import org.junit.jupiter.api.*;
                @Category("all") @Timeout(60) @Visible
                class EndTests {
                    private final Program program;
                    EndTests(Program program) { this.program = program; }
                    @Test void output() { program.run("output", Duration.ofSeconds(20)).hasExitCode(0); }
                    @Test void errors() { program.run("errors", Duration.ofSeconds(1)).hasExitCode(0); }
                    @Test void run() { program.run("run", Duration.ofSeconds(1)).hasExitCode(0); }
                    @Test void sleep() { program.run("sleep", Duration.ofSeconds(1)).hasExitCode(0); }
                    @Test void signal() { program.run("signal", Duration.ofSeconds(20)).hasExitCode(0); }
                    @Test void nothing() { program.run("", Duration.ofSeconds(20)).hasOutput(""); }
                }
                """);

        Map<String, String> failures = failures(judgement);
        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.PARTIAL);
        assertThat(failures)
                .containsOnlyKeys(
                        "EndTests.output", "EndTests.errors", "EndTests.run", "EndTests.sleep", "EndTests.signal");
        assertThat(failures.get("EndTests.output")).contains("it was killed because it wrote more than 1048576 bytes");
        assertThat(failures.get("EndTests.errors")).contains("it was killed after 1 s", "standard error: yyy");
        assertThat(failures.get("EndTests.run")).contains("it was killed after 1 s", "begun");
        assertThat(failures.get("EndTests.sleep")).contains("it was killed after 1 s, no output");
        assertThat(failures.get("EndTests.signal")).contains("it was killed by signal 11");
        assertThat(judgement.serviceLog()).contains("yyy").hasSizeLessThan(16 * 1024);
    }

    @Test
    void goesOnWhateverARunLeavesBehind() {
        Judgement judgement = judge("python", Map.of("main.py", """
                import os, sys, time
                what = sys.stdin.readline().strip()
                def daemon():
                    if os.fork() == 0:
                        os.setsid()
                        if os.fork() == 0:
                            time.sleep(1000)
                        os._exit(0)
                if what == "daemons":
                    for _ in range(20): daemon()
                    print("done", flush=True)
                    os._exit(0)
                if what == "close":
                    os.close(0)
                    time.sleep(0.2)
                    print("closed")
                if what == "ignore":
                    time.sleep(0.2)
                    print("ignored")
                if what == "count":
                    mine = 0
                    for process in os.listdir("/proc"):
                        if process.isdigit():
                            try:
                                mine += "main.py" in open(f"/proc/{process}/cmdline").read().split(chr(0))
                            except OSError:
                                pass
                    print(mine)
                """), """
                import dev.assay.exam.*;
                import java.time.Duration;
                import java.util.List;
                import java.util.concurrent.*;
                import java.util.stream.*;
                import org.junit.jupiter.api.*;
                @Category("all") @Timeout(60)
                class LeftTests {
                    private static final Duration LONG = Duration.ofSeconds(20);
                    private final Program program;
                    LeftTests(Program program) { this.program = program; }
                    @Test void daemons() {
                        for (int i = 0; i < 10; i++) program.run("daemons", LONG).hasOutput("done");
                        program.run("count", LONG).hasOutput("1");
                    }
                    @Test void inputThatIsNotRead() {
                        program.run("close\\n" + "x".repeat(8_000_000), LONG).hasOutput("closed");
                        program.run("ignore\\n" + "x".repeat(8_000_000), LONG).hasOutput("ignored");
                    }
                    @Test void manyAtATime() throws Exception {
                        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                            List<Future<Run>> runs = IntStream.range(0, 12).mapToObj(i -> threads.submit(() -> program.run("ignore", LONG))).toList();
                            for (Future<Run> run : runs) run.get().hasOutput("ignored");
                        }
                    }
                }
                """);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void saysThatTheMemoryOfAProgramWasExceeded() {
        Judgement judgement = judge("python", Map.of("main.py", "x = bytearray(10**9)\nprint(7)\n"), """
                import dev.assay.exam.*;
                import java.time.Duration;
                import org.junit.jupiter.api.*;
                @Category("all") @Visible
                class MemoryTests {
                    @Test void one(Program program) { program.run("").hasOutput("7"); }
                    @Test void another(Program program) { program.run("").hasOutput("7"); }
                }
                """);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.MEMORY_LIMIT);
    }

    @Test
    void blamesNobodyForAnEnvironmentWithoutPrograms() {
        assumeTrue(environments.names().contains("sql"));
        Judgement judgement = judge("sql", Map.of("migrations/1.sql", "select 1;"), EXAM);

        assertThat(judgement.verdict()).isEqualTo(Verdict.JUDGE_ERROR);
        assertThat(judgement.explanation()).contains("runs no programs", "remove sql from the environments of adder");
    }

    private static Map<String, String> failures(Judgement judgement) {
        Map<String, String> failures = new TreeMap<>();
        judgement.tests().stream()
                .filter(test -> !test.passed())
                .forEach((TestResult test) -> failures.put(test.name(), test.message()));
        return failures;
    }

    private static Judgement judge(String environment, Map<String, String> files, String exam) {
        String name = exam.replaceAll("(?s).*class (\\w+) .*", "$1");
        return engine.judge(
                new Challenge(
                        "adder",
                        "Adder",
                        List.of(),
                        Track.DEVELOPER,
                        Level.JUNIOR,
                        10,
                        List.of(environment),
                        new TreeMap<>(Map.of("all", 1)),
                        Sums.limits(60, 20, 60, 256),
                        Form.PROGRAM,
                        Companions.NONE,
                        8080,
                        "Add.",
                        SourceFiles.of(Map.of(name + ".java", exam)),
                        ExamData.NONE,
                        new TreeMap<>(),
                        List.of(),
                        List.of(),
                        new TreeMap<>(),
                        name),
                environment,
                files,
                Scope.ALL);
    }
}

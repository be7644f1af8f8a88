package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.Verdict;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a submission does while it is built. After each attack, a known-good one is accepted and no container is left. */
class HostileBuildsIT {

    @RegisterExtension
    static final RealEngine engine = new RealEngine();

    @AfterEach
    void aGoodSubmissionIsStillAccepted() {
        assertThat(judge("node", Map.of("main.js", Sums.NODE)).verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    /** The compiler would look for it and fail, or run it. */
    @Test
    void noAnnotationProcessorRuns() {
        Judgement judgement = judge(
                "java",
                Map.of(
                        "META-INF/services/javax.annotation.processing.Processor",
                        "Processing\n",
                        "Processing.java",
                        """
                        import java.util.Set;
                        import javax.annotation.processing.*;
                        import javax.lang.model.element.TypeElement;
                        @SupportedAnnotationTypes("*")
                        public class Processing extends AbstractProcessor {
                          static { System.out.println("the processor runs"); }
                          @Override public boolean process(Set<? extends TypeElement> types, RoundEnvironment round) { return false; }
                        }
                        """,
                        "Main.java",
                        Sums.JAVA,
                        "deeper/Sum.java",
                        Sums.JAVA_SUM));

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judgement.buildLog()).doesNotContain("the processor runs");
    }

    @Test
    void aProgramThatTakesTheCompilerAllMemoryIsStopped() {
        StringBuilder bomb =
                new StringBuilder("class Bomb {\n  static final String S0 = \"" + "x".repeat(1000) + "\";\n");
        for (int i = 1; i < 24; i++) {
            bomb.append("  static final String S" + i + " = S" + (i - 1) + " + S" + (i - 1) + ";\n");
        }
        Judgement judgement = judge(
                "java", Map.of("Main.java", Sums.JAVA, "deeper/Sum.java", Sums.JAVA_SUM, "Bomb.java", bomb + "}\n"));

        assertThat(judgement.verdict())
                .as(judgement.toString())
                .isIn(Verdict.COMPILE_ERROR, Verdict.MEMORY_LIMIT, Verdict.TIME_LIMIT);
    }

    @Test
    void aProgramThatTheCompilerCannotTakeInIsACompileError() {
        Judgement judgement =
                judge("python", Map.of("main.py", Sums.PYTHON, "deep.py", "x = " + "-".repeat(200_000) + "1\n"));

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.COMPILE_ERROR);
    }

    @Test
    void noScriptOfAPackageFileRuns() {
        Judgement judgement = judge(
                "node",
                Map.of(
                        "package.json",
                        """
                        {"name": "x", "scripts": {"preinstall": "touch /work/ran", "install": "touch /work/ran", "prepare": "touch /work/ran",
                          "build": "touch /work/ran", "prestart": "touch /work/ran", "start": "touch /work/ran"}}
                        """,
                        ".npmrc",
                        "ignore-scripts=false\n",
                        "main.js",
                        "if (require('fs').existsSync('/work/ran')) process.exit(9);\n" + Sums.NODE));

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void goGeneratesNothing() {
        Judgement judgement = judge("go", Map.of("main.go", """
                        package main

                        //go:generate touch /work/ran

                        import (
                            "fmt"
                            "net/http"
                            "os"
                        )

                        func main() {
                            if _, err := os.Stat("/work/ran"); err == nil {
                                os.Exit(9)
                            }
                            http.HandleFunc("/hello", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "hello") })
                            http.HandleFunc("/sum", func(w http.ResponseWriter, r *http.Request) {
                                var a, b int
                                fmt.Sscan(r.FormValue("a"), &a)
                                fmt.Sscan(r.FormValue("b"), &b)
                                fmt.Fprint(w, a+b)
                            })
                            http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil)
                        }
                        """));

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
    }

    /** Reading it would never end. */
    @Test
    void goIncludesNoDevices() {
        Judgement judgement = judge("go", Map.of("main.go", """
                        package main

                        // #include "/dev/zero"
                        import "C"

                        func main() {
                        }
                        """));

        assertThat(judgement.verdict())
                .as(judgement.toString())
                .isIn(Verdict.COMPILE_ERROR, Verdict.MEMORY_LIMIT, Verdict.TIME_LIMIT);
    }

    private static Judgement judge(String environment, Map<String, String> files) {
        return engine.judge(Sums.challenge(Sums.limits(20, 15, 20, 256)), environment, files, Scope.ALL);
    }
}

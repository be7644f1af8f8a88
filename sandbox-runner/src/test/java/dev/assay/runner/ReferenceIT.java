package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Companions;
import dev.assay.challenge.SourceFiles;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.TestResult;
import dev.assay.runner.judging.Verdict;
import dev.assay.runner.sandbox.SandboxFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The package's own solution beside a submission, for tests that compare speeds. */
class ReferenceIT {

    @RegisterExtension
    static final RealEngine engine = new RealEngine();

    /** Computes for so long for each answer, or passes the work on to the reference. */
    private static final String SERVICE = """
            const http = require('http');
            const compute = (millis) => {
              const used = () => process.cpuUsage().user + process.cpuUsage().system;
              const end = used() + 1000 * millis;
              while (used() < end);
            };
            http.createServer(async (request, response) => {
              const work = async () => { WORK };
              try { await work(); response.end('done'); } catch { response.statusCode = 500; response.end(); }
            }).listen(Number(process.env.PORT), '127.0.0.1');
            """;

    private static final String EXAM = """
            import dev.assay.exam.*;
            import org.junit.jupiter.api.*;
            @Category("all")
            class SumTests {
                @Test @Timeout(60) void isFast(Service service, Reference reference) {
                    reference.compare(service, target -> Load.of(_ -> target.get("/"), reply -> reply.hasStatus(200)).perSecond(60))
                            .cpuPerCall()
                            .isAtMost(3);
                }
            }
            """;

    @Test
    void aServiceThatIsAsFastAsTheReferencePasses() {
        Judgement judgement = judge("compute(5)", "compute(5)");

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void aServiceThatIsMuchSlowerFails() {
        Judgement judgement = judge("compute(9)", "compute(1)");

        assertThat(judgement.tests())
                .singleElement()
                .satisfies(test -> assertThat(test.status()).isEqualTo(TestResult.Status.FAILED))
                .satisfies(test ->
                        assertThat(test.message()).contains("times the reference solution's, expected at most 3"));
    }

    @Test
    void aServiceCannotLetTheReferenceWork() {
        Judgement judgement = judge(
                "const answer = await fetch('http://127.0.0.1:7000/', { signal: AbortSignal.timeout(1000) });"
                        + " if (!answer.ok) throw new Error()",
                "compute(5)");

        assertThat(judgement.tests())
                .singleElement()
                .satisfies(test -> assertThat(test.status()).isEqualTo(TestResult.Status.FAILED));
    }

    @Test
    void aReferenceThatDoesNotStartIsNotChargedToTheSubmission() {
        Judgement judgement = judge("compute(1)", "}}}");

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.JUDGE_ERROR);
        assertThat(judgement.fault()).isEqualTo(SandboxFault.Kind.PACKAGE);
        assertThat(judgement.explanation())
                .contains("The solution of sums for node, with which speeds are compared, does not build");
    }

    private static Judgement judge(String work, String referencesWork) {
        Challenge challenge = Sums.challenge(
                Sums.limits(20, 20, 90, 256),
                EXAM,
                new TreeMap<>(Map.of("all", 1)),
                new Companions(
                        List.of(),
                        List.of(),
                        new TreeMap<>(Map.of(
                                "node", SourceFiles.of(Map.of("main.js", SERVICE.replace("WORK", referencesWork))))),
                        Optional.empty()));
        return engine.judge(challenge, "node", Map.of("main.js", SERVICE.replace("WORK", work)), Scope.ALL);
    }
}

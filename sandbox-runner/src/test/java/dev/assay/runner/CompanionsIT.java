package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Companions;
import dev.assay.challenge.SourceFiles;
import dev.assay.runner.judging.JudgeRequest;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.Seed;
import dev.assay.runner.judging.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is beside a submission: third parties that the exam plays, and the values that all of an exam comes from. */
class CompanionsIT {

    @RegisterExtension
    static final RealEngine engine = new RealEngine();

    /** Asks the third party for what it was asked for, and shows its secret to it only. */
    private static final String SERVICE = """
            const http = require('http');
            http.createServer(async (request, response) => {
              const answer = await fetch(process.env.MAIL_OUT_URL + request.url, {
                headers: { authorization: process.env.MAIL_OUT_SECRET },
              });
              response.statusCode = answer.status;
              response.end(await answer.text());
            }).listen(Number(process.env.PORT), '127.0.0.1');
            """;

    @Test
    void theExamPlaysAThirdParty() {
        Judgement judgement = judge(Seed.fresh(), """
                @Test void isAsked(Service service, @Uses("mail-out") ThirdParty mail) {
                    String word = Fresh.word();
                    mail.on("GET", "/letters", Answer.text(202, word));

                    assertThat(service.get("/letters").send().hasStatus(202).body()).isEqualTo(word);

                    mail.requests().getFirst().header("Authorization").isEqualTo(mail.secret());
                    assertThat(mail.secret()).hasSize(32);
                    assertThat(mail.url()).isEqualTo("http://127.0.0.1:7002");
                }
                @Test void isForgottenAfterTheTest(Service service, @Uses("mail-out") ThirdParty mail) {
                    service.get("/letters").send().hasStatus(503);
                }
                """);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void theSameSeedMakesTheSameExam() {
        String failing = """
                @Test void shows(@Uses("mail-out") ThirdParty mail) {
                    throw new AssertionError(Fresh.word() + " " + Fresh.number(1, 1000000) + " " + mail.secret());
                }
                """;
        Seed seed = Seed.fresh();

        Judgement one = judge(seed, failing);
        Judgement again = judge(seed, failing);
        Judgement other = judge(Seed.fresh(), failing);

        assertThat(one.seed()).isEqualTo(seed);
        assertThat(message(again)).isEqualTo(message(one));
        assertThat(message(other)).isNotEqualTo(message(one));
    }

    private static String message(Judgement judgement) {
        return judgement.tests().getFirst().message();
    }

    private static Judgement judge(Seed seed, String tests) {
        String exam = """
                import static org.assertj.core.api.Assertions.assertThat;
                import dev.assay.exam.*;
                import org.junit.jupiter.api.*;
                @Category("all")
                class SumTests {
                %s}
                """.formatted(tests.indent(4));
        SortedMap<String, SourceFiles> references = Collections.emptySortedMap();
        Challenge challenge = Sums.challenge(
                Sums.LIMITS,
                exam,
                new TreeMap<>(Map.of("all", 1)),
                new Companions(List.of(), List.of("mail", "mail-out"), references, Optional.empty()));
        return engine.runner()
                .judge()
                .judge(
                        new JudgeRequest(
                                "companions",
                                challenge,
                                "node",
                                SourceFiles.of(Map.of("main.js", SERVICE)),
                                Scope.ALL,
                                seed),
                        event -> {});
    }
}

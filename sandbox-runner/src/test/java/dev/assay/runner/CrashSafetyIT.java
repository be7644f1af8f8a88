package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.Challenge;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.TestResult;
import dev.assay.runner.judging.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An exam that kills a store twenty times in the midst of a burst of writes, and then looks for all that was acknowledged. */
class CrashSafetyIT {

    private static final int CRASHES = 20;

    private static final String EXAM = """
            import static org.assertj.core.api.Assertions.assertThat;
            import dev.assay.exam.*;
            import java.util.*;
            import java.util.stream.*;
            import org.junit.jupiter.api.*;
            @Category("durability") @Timeout(100)
            class CrashTests {
                @Test void keepsWhatItAcknowledged(Service service) {
                    SortedSet<String> acknowledged = new TreeSet<>();
                    for (int crash = 1; crash <= CRASHES; crash++) {
                        String prefix = crash + "-";
                        service.burst(8, i -> service.put("/" + prefix + i), service::crash).forEach((i, reply) -> {
                            if (reply.status() == 201) acknowledged.add(prefix + i);
                        });
                        service.start();
                        Set<String> kept = service.get("/").send().body().lines().collect(Collectors.toSet());
                        SortedSet<String> lost = new TreeSet<>(acknowledged);
                        lost.removeAll(kept);
                        assertThat(lost).as("acknowledged and lost, of %s writes, by crash number %s", acknowledged.size(), crash).isEmpty();
                    }
                    assertThat(acknowledged).as("writes that were acknowledged").hasSizeGreaterThan(10 * CRASHES);
                }
            }
            """.replace("CRASHES", String.valueOf(CRASHES));

    /** One line for each key; a line that a crash cut off is left out when it is read. */
    private static final String STORE = """
            const http = require('http'), fs = require('fs');
            const text = fs.existsSync('keys') ? fs.readFileSync('keys', 'utf8') : '';
            const whole = text.slice(0, text.lastIndexOf('\\n') + 1);
            fs.writeFileSync('keys', whole);
            const keys = new Set(whole.split('\\n').filter(key => key));
            const file = fs.openSync('keys', 'a');
            STORING
            http.createServer((request, response) => {
              if (request.method === 'GET') return response.end([...keys].join('\\n'));
              const key = request.url.slice(1);
              keys.add(key);
              store(key + '\\n', () => response.writeHead(201).end());
            }).listen(Number(process.env.PORT), '127.0.0.1');
            """;

    private static final String SYNCS = """
            const store = (line, stored) => fs.write(file, line, () => fs.fdatasync(file, stored));
            """;

    private static final String IN_A_STREAM = """
            const stream = fs.createWriteStream('', { fd: file });
            const store = (line, stored) => { stream.write(line); stored(); };
            """;

    private static final String NOW_AND_THEN = """
            let waiting = '';
            setInterval(() => { fs.writeSync(file, waiting); waiting = ''; }, 50);
            const store = (line, stored) => { waiting += line; stored(); };
            """;

    @RegisterExtension
    static final RealEngine engine = new RealEngine();

    @Test
    void acceptsAStoreThatSyncsBeforeItAnswers() {
        Judgement judgement = judge(SYNCS);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {IN_A_STREAM, NOW_AND_THEN})
    void findsWhatAStoreLosesThatAnswersFirst(String storing) {
        Judgement judgement = judge(storing);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.REJECTED);
        assertThat(judgement.tests())
                .singleElement()
                .extracting(TestResult::message)
                .asString()
                .contains("acknowledged and lost");
    }

    private static Judgement judge(String storing) {
        Challenge challenge = Sums.challenge(Sums.limits(20, 10, 110, 256), EXAM, Map.of("durability", 1));
        return engine.judge(challenge, "node", Map.of("main.js", STORE.replace("STORING", storing)), Scope.ALL);
    }
}

package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Dependency;
import dev.assay.challenge.Limits;
import dev.assay.challenge.SourceFiles;
import dev.assay.runner.judging.JudgeEvent;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.TestResult;
import dev.assay.runner.judging.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an exam does to the service and to its dependencies. */
class ControlIT {

    @RegisterExtension
    static final RealEngine engine = new RealEngine();

    /** Counts its starts in a file; {@code /hang} is never answered; a daemon beats on its own. */
    private static final String SERVICE = """
            const http = require('http'), fs = require('fs'), { spawn } = require('child_process');
            const used = () => process.cpuUsage().user + process.cpuUsage().system;
            const starts = (fs.existsSync('starts') ? Number(fs.readFileSync('starts')) : 0) + 1;
            fs.writeFileSync('starts', String(starts));
            BEFORE_LISTENING
            const server = http.createServer((request, response) => {
              if (request.url === '/starts') response.end(String(starts));
              else if (request.url === '/daemon') {
                spawn('sh', ['-c', '(setsid sh -c "while :; do date +%N >beat; sleep 0.02; done" &) & exit 0']).on('exit', () => response.end());
              } else if (request.url === '/beat') {
                const beat = () => fs.existsSync('beat') ? fs.readFileSync('beat', 'utf8') : '';
                const one = beat();
                setTimeout(() => response.end(String(one !== beat())), 300);
              } else if (request.url === '/compute') {
                const end = used() + 300000;
                while (used() < end);
                response.end('done');
              } else if (request.url !== '/hang') response.end();
            });
            LISTEN
            """;

    private static final String LISTEN = "server.listen(Number(process.env.PORT), '127.0.0.1');";

    @Test
    void crashesTheServiceInMidRequestAndStartsItOnTheSameFiles() {
        Judgement judgement = judge(service(""), """
                @Test void crashes(Service service) throws Exception {
                    assertThat(service.get("/starts").send().body()).isEqualTo("1");
                    service.post("/daemon").send();
                    eventually(() -> service.get("/beat").send().body().equals("true"));
                    var hanging = CompletableFuture.supplyAsync(() -> service.get("/hang").send());
                    service.get("/starts").send();

                    service.crash();

                    assertThatThrownBy(hanging::get).hasMessageContaining("GET /hang");
                    assertThatThrownBy(() -> service.get("/starts").send()).hasMessageContaining("does not accept connections");
                    service.start();
                    assertThat(service.get("/starts").send().body()).isEqualTo("2");
                    assertThat(service.get("/beat").send().body()).as("whether the daemon lives").isEqualTo("false");
                    service.start();
                    assertThat(service.get("/starts").send().body()).as("a start of what runs").isEqualTo("2");
                    service.restart();
                    assertThat(service.get("/starts").send().body()).isEqualTo("3");
                }
                """);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
        assertThat(restored()).isEmpty();
    }

    @Test
    void tellsWhatTheServiceUses() {
        Judgement judgement = judge(service(""), """
                @Test void measures(Service service) {
                    Usage before = service.usage();
                    service.get("/compute").send();
                    Usage after = service.usage();
                    assertThat(after.cpu().minus(before.cpu())).isGreaterThan(Duration.ofMillis(250));
                    assertThat(before.peakMemoryBytes()).isGreaterThan(10_000_000);
                    assertThat(before.processes()).isGreaterThan(3);
                    service.crash();
                    assertThat(service.usage().cpu()).as("what was used before the crash").isGreaterThanOrEqualTo(after.cpu());
                    assertThat(service.usage().processes()).as("PID 1").isEqualTo(1);
                    service.start();
                    assertThat(service.usage().cpu()).isGreaterThan(after.cpu());
                }
                """);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void startsWhatATestLeftCrashed() {
        Judgement judgement = judge(service(""), """
                @Test void leavesIt(Service service) { service.crash(); }
                @Test void leavesItToo(Service service) { service.crash(); throw new AssertionError("in the middle"); }
                @Test void findsItRunning(Service service) { service.get("/starts").send().hasStatus(200); }
                """);

        assertThat(results(judgement))
                .containsEntry("leavesIt", "")
                .containsEntry("leavesItToo", "in the middle")
                .containsEntry("findsItRunning", "");
        assertThat(judgement.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(restored())
                .containsExactly(
                        new JudgeEvent.Restored("ControlTests.leavesIt", "service", "stopped"),
                        new JudgeEvent.Restored("ControlTests.leavesItToo", "service", "stopped"));
    }

    @Test
    void failsTheTestWhoseServiceDoesNotComeBack() {
        String source = SERVICE.replace("BEFORE_LISTENING", "")
                .replace("LISTEN", "if (starts === 2) setInterval(() => {}, 1000); else " + LISTEN);

        Judgement judgement = judge(source, """
                @Test void comesBack(Service service) { service.restart(); }
                @Test void comesBackTheNextTime(Service service) { service.restart(); service.get("/starts").send().hasStatus(200); }
                """);

        assertThat(results(judgement))
                .containsEntry(
                        "comesBack",
                        "The service was started again and did not listen within 3.0 s, the limit for becoming ready")
                .containsEntry("comesBackTheNextTime", "");
        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.PARTIAL);
    }

    @Test
    void saysThatAServiceEndedByItselfAfterARestart() {
        Judgement judgement = judge(service("if (starts === 2) process.exit(9);"), """
                @Test void comesBack(Service service) { service.restart(); }
                @Test void isNotTriedAgain(Service service) { service.start(); }
                """);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.RUN_TIME_ERROR);
        assertThat(judgement.explanation()).contains("exit status 9");
        assertThat(results(judgement))
                .containsEntry("comesBack", "The service has ended by itself, with exit status 9")
                .containsEntry("isNotTriedAgain", "The service has ended by itself, with exit status 9");
    }

    @Test
    void stopsAndPausesRedis() {
        Judgement judgement = python("redis", """
                import redis
                r = redis.Redis.from_url(os.environ['REDIS_URL'], socket_timeout=0.5, socket_connect_timeout=0.5)
                def use(path):
                    if path == '/set': r.set('key', 'value')
                    return str(r.get('key'))
                """, """
                @Test void survivesOutages(Service service, @Uses("redis") Dependency redis) {
                    service.put("/set").send().hasStatus(200);
                    redis.stop();
                    service.get("/").send().hasStatus(503);
                    redis.start();
                    service.get("/").send().hasStatus(200);
                    service.put("/set").send().hasStatus(200);
                    redis.pause();
                    assertThat(service.get("/").send().hasStatus(503).body()).contains("Timeout");
                    redis.resume();
                    assertThat(service.get("/").send().hasStatus(200).body()).isEqualTo("b'value'");
                    redis.crash();
                    assertThat(service.get("/").send().hasStatus(503).body()).contains("ConnectionError");
                    redis.start();
                    service.get("/").send().hasStatus(200);
                    redis.pause();
                    redis.stop();
                }
                @Test void findsItRunning(Service service, @Uses("redis") Dependency redis) {
                    service.get("/").send().hasStatus(200);
                    redis.pause();
                }
                @Test void findsItAwake(Service service) { service.get("/").send().hasStatus(200); }
                """);

        assertThat(results(judgement).values()).as(judgement.toString()).containsOnly("");
        assertThat(judgement.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(restored())
                .containsExactly(
                        new JudgeEvent.Restored("ControlTests.survivesOutages", "redis", "stopped"),
                        new JudgeEvent.Restored("ControlTests.findsItRunning", "redis", "paused"));
    }

    @Test
    void keepsWhatPostgresqlCommittedThroughACrash() {
        Judgement judgement = python("postgresql", """
                import psycopg
                def use(path):
                    with psycopg.connect(os.environ['DATABASE_URL'], autocommit=True) as db:
                        db.execute('create table if not exists t (n int)')
                        if path == '/set': db.execute('insert into t values (1)')
                        return str(db.execute('select count(*) from t').fetchone()[0])
                """, """
                @Test void keepsIt(Service service, @Uses("postgresql") Dependency postgresql) {
                    service.put("/set").send().hasStatus(200);
                    postgresql.crash();
                    service.get("/").send().hasStatus(503);
                    postgresql.start();
                    assertThat(service.get("/").send().hasStatus(200).body()).isEqualTo("1");
                    postgresql.stop();
                    postgresql.start();
                    assertThat(service.get("/").send().hasStatus(200).body()).isEqualTo("1");
                }
                """);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void refusesAnExamThatControlsWhatIsNotThere() {
        Judgement judgement = judge(service(""), """
                @Test void asks(@Uses("redis") Dependency redis) { redis.stop(); }
                """);

        assertThat(judgement.verdict()).isEqualTo(Verdict.JUDGE_ERROR);
        assertThat(judgement.explanation()).contains("@Uses(\"redis\")", "challenge.yaml", "correct the package");
    }

    private static String service(String beforeListening) {
        return SERVICE.replace("BEFORE_LISTENING", beforeListening).replace("LISTEN", LISTEN);
    }

    private static List<JudgeEvent> restored() {
        return engine.events().stream()
                .filter(JudgeEvent.Restored.class::isInstance)
                .toList();
    }

    /** Name of each test to the message of its failure, which is empty when it passed. */
    private static Map<String, String> results(Judgement judgement) {
        return judgement.tests().stream()
                .collect(Collectors.toMap(
                        test -> test.name().substring(test.name().indexOf('.') + 1),
                        test -> test.status() == TestResult.Status.NOT_RUN ? "not run" : test.message()));
    }

    /** The function answers with 503 what it throws. */
    private static Judgement python(String dependency, String use, String tests) {
        String source = "import os\n" + use + """
                from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
                class Handler(BaseHTTPRequestHandler):
                    def log_message(self, *args): pass
                    def do_GET(self):
                        try: status, body = 200, use(self.path)
                        except Exception as e: status, body = 503, type(e).__name__ + ': ' + str(e)
                        self.send_response(status)
                        self.send_header('Content-Length', str(len(body)))
                        self.end_headers()
                        self.wfile.write(body.encode())
                    do_PUT = do_GET
                ThreadingHTTPServer(('127.0.0.1', int(os.environ['PORT'])), Handler).serve_forever()
                """;
        Challenge challenge = challenge(tests, List.of(new Dependency(dependency, SourceFiles.of(Map.of()))));
        return engine.judge(challenge, "python", Map.of("main.py", source), Scope.ALL);
    }

    private static Judgement judge(String source, String tests) {
        return engine.judge(challenge(tests, List.of()), "node", Map.of("main.js", source), Scope.ALL);
    }

    private static Challenge challenge(String tests, List<Dependency> dependencies) {
        String exam = """
                import static org.assertj.core.api.Assertions.*;
                import dev.assay.exam.*;
                import java.time.Duration;
                import java.util.*;
                import java.util.concurrent.*;
                import java.util.function.*;
                import org.junit.jupiter.api.*;
                @Category("c") @Timeout(60)
                class ControlTests {
                %s
                    private static void eventually(BooleanSupplier condition) {
                        for (int i = 0; i < 100; i++) if (condition.getAsBoolean()) return;
                        fail("did not come true");
                    }
                }
                """.formatted(tests);
        Limits limits = Sums.limits(30, 3, 60, 256);
        return Sums.challenge(limits, exam, Map.of("c", 1), dependencies);
    }
}

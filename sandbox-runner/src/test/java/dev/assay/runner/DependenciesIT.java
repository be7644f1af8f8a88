package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Dependency;
import dev.assay.challenge.SourceFiles;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Servers beside a submission: ready and seeded before it starts, new for each judgement, and not the candidate's to take over. */
class DependenciesIT {

    @RegisterExtension
    static final RealEngine engine = new RealEngine();

    private static final Dependency POSTGRESQL = new Dependency(
            "postgresql",
            SourceFiles.of(Map.of(
                    "1-tables.sql",
                    "create table t (n int primary key);\ninsert into t values (1), (2);\n",
                    "2-more.sql",
                    "insert into t values (3);\n")));
    private static final Dependency REDIS = new Dependency(
            "redis",
            SourceFiles.of(Map.of("data.redis", "# what is there\nset greeting \"good day\"\nrpush list 1 2 3\n")));
    private static final Dependency RABBITMQ = new Dependency(
            "rabbitmq",
            SourceFiles.of(
                    Map.of(
                            "definitions.json",
                            "{\"queues\":[{\"name\":\"mails\",\"vhost\":\"/\",\"durable\":true,\"auto_delete\":false,\"arguments\":{}}]}")));

    @Test
    void aServiceFindsWhatThePackageSeededAndNothingOfTheJudgementBefore() {
        for (int time = 1; time <= 2; time++) {
            Judgement judgement = python(List.of(POSTGRESQL, REDIS), """
                    import psycopg, redis
                    with psycopg.connect(os.environ['DATABASE_URL'], autocommit=True) as db:
                        print('rows', db.execute('select count(*) from t').fetchone(), flush=True)
                        db.execute('insert into t values (4)')
                        db.execute('create table mine ()')
                    r = redis.Redis.from_url(os.environ['REDIS_URL'])
                    print('keys', sorted(r.keys()), r.get('greeting'), r.lrange('list', 0, -1), flush=True)
                    r.set('mine', 1)
                    """);

            assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
            assertThat(judgement.serviceLog())
                    .contains("rows (3,)", "keys [b'greeting', b'list'] b'good day' [b'1', b'2', b'3']");
        }
    }

    @Test
    void aServiceSendsMessages() {
        Judgement judgement = python(List.of(RABBITMQ), """
                import pika
                channel = pika.BlockingConnection(pika.URLParameters(os.environ['AMQP_URL'])).channel()
                channel.confirm_delivery()
                channel.basic_publish('', 'mails', b'hello', mandatory=True)
                print('got', channel.basic_get('mails', auto_ack=True)[2], flush=True)
                """);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judgement.serviceLog()).contains("got b'hello'");
    }

    @Test
    void aDependencyIsNotTheCandidatesToTakeOver() {
        Judgement judgement = python(List.of(POSTGRESQL, REDIS), """
                import psycopg, redis
                def refused(what, action):
                    try: action(); print('allowed', what, flush=True)
                    except Exception as e: print('refused', what, type(e).__name__, flush=True)
                url = os.environ['DATABASE_URL']
                def sql(statement, to=url):
                    with psycopg.connect(to, autocommit=True) as db: db.execute(statement)
                refused('program', lambda: sql("copy t to program 'true'"))
                refused('file', lambda: sql("copy t to '/tmp/x'"))
                refused('read', lambda: sql("select pg_read_file('/etc/passwd')"))
                refused('superuser', lambda: sql('alter role app superuser'))
                refused('postgres', lambda: sql('select 1', url.replace('app:app', 'postgres:x')))
                r = redis.Redis.from_url(os.environ['REDIS_URL'])
                refused('shutdown', lambda: r.shutdown(nosave=True, now=True))
                refused('directory', lambda: r.config_set('dir', '/tmp'))
                refused('module', lambda: r.execute_command('MODULE', 'LOAD', '/tmp/x.so'))
                refused('replica', lambda: r.execute_command('REPLICAOF', '127.0.0.1', '1'))
                refused('debug', lambda: r.execute_command('DEBUG', 'SEGFAULT'))
                print('alive', r.ping(), flush=True)
                """);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judgement.serviceLog()).doesNotContain("allowed").contains("alive True");
        assertThat(judgement.serviceLog().lines().filter(line -> line.startsWith("refused")))
                .hasSize(10);
    }

    @Test
    void aSeedThatCannotBeLoadedIsThePackagesFaultAndNamed() {
        Dependency broken =
                new Dependency("postgresql", SourceFiles.of(Map.of("bad.sql", "select 1;\ncreat table t ();\n")));

        Judgement judgement = python(List.of(broken), "");

        assertThat(judgement.verdict()).isEqualTo(Verdict.JUDGE_ERROR);
        assertThat(judgement.explanation())
                .contains("seed/postgresql")
                .contains("bad.sql:2")
                .contains("syntax error at or near \"creat\"");

        broken = new Dependency("redis", SourceFiles.of(Map.of("bad.redis", "set a 1\nsett b 2\n")));

        judgement = python(List.of(broken), "");

        assertThat(judgement.verdict()).isEqualTo(Verdict.JUDGE_ERROR);
        assertThat(judgement.explanation())
                .contains("seed/redis")
                .contains("bad.redis:2")
                .contains("unknown command");
    }

    @Test
    void aDependencyThatTheServiceBringsDownIsNamed() {
        Judgement judgement = python(List.of(POSTGRESQL), """
                import psycopg
                try:
                    with psycopg.connect(os.environ['DATABASE_URL'], autocommit=True) as db:
                        db.execute("create table big as select repeat(md5(n::text), 1000) from generate_series(1, 20000) n")
                        for _ in range(10): db.execute('insert into big select * from big')
                except psycopg.Error as e: print('failed', e.sqlstate, flush=True)
                """);

        assertThat(judgement.verdict())
                .as("a full disk is the service's to bear, not ours: " + judgement)
                .isIn(Verdict.ACCEPTED, Verdict.NOT_READY);
        assertThat(judgement.serviceLog()).contains("failed");
    }

    private static Judgement python(List<Dependency> dependencies, String before) {
        return engine.judge(
                challenge(dependencies),
                "python",
                Map.of("main.py", "import os\n" + before + Sums.PYTHON),
                Scope.VISIBLE);
    }

    private static Challenge challenge(List<Dependency> dependencies) {
        return Sums.challenge(Sums.limits(15, 20, 20, 256), Sums.exam(), Map.of("basics", 1, "sums", 3), dependencies);
    }
}

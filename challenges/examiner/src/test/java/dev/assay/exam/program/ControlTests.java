package dev.assay.exam.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What an exam does to the service and its dependencies, from its side. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ControlTests {
    private TestRunner runner;

    @BeforeEach
    void startService() throws IOException {
        runner = new TestRunner();
    }

    @AfterEach
    void stopService() {
        runner.close();
    }

    @Test
    void crashesAndStartsTheService() throws Exception {
        Session.Transcript told = runner.examine("""
                @Test @Category("c") void comesBack(Service service) {
                    service.get("/").send().hasStatus(204);
                    service.crash();
                    Assertions.assertThrows(AssertionError.class, () -> service.get("/").send());
                    service.start();
                    service.get("/").send().hasStatus(204);
                    service.restart();
                    service.get("/").send().hasStatus(204);
                }
                """);

        assertThat(told.results()).containsEntry("ThingTests.comesBack", "PASSED");
        assertThat(runner.actions()).containsExactly("crash service", "start service", "restart service");
        JsonNode first = told.first("control");
        assertThat(first.path("nonce").asString()).isEqualTo(Session.NONCE);
        assertThat(first.path("id").asInt()).isPositive();
    }

    @Test
    void stopsPausesAndResumesADependency() throws Exception {
        Session.Transcript told = runner.examine("""
                private final Dependency redis;
                ThingTests(@Uses("redis") Dependency redis) { this.redis = redis; }
                @Test @Category("c") void suffers() {
                    redis.stop(); redis.start(); redis.pause(); redis.resume(); redis.crash(); redis.start();
                    Assertions.assertEquals("redis", redis.name());
                }
                """);

        assertThat(told.results()).containsEntry("ThingTests.suffers", "PASSED");
        assertThat(runner.actions())
                .containsExactly(
                        "stop redis", "start redis", "pause redis", "resume redis", "crash redis", "start redis");
        assertThat(told.all("restored")).isEmpty();
    }

    @Test
    void tellsWhatWasUsed() throws Exception {
        Session.Transcript told = runner.examine("""
                @Test @Category("c") void looks(Service service) {
                    Assertions.assertEquals(new Usage(Duration.ofMillis(1500), 5_000_000, 7), service.usage());
                }
                """);

        assertThat(told.results()).containsEntry("ThingTests.looks", "PASSED");
    }

    @Test
    void makesGoodWhatATestLeft() throws Exception {
        Session.Transcript told = runner.examine("""
                @Test @Category("c") void leavesAMess(Service service, @Uses("redis") Dependency redis) {
                    redis.pause();
                    service.crash();
                    Assertions.fail("in the middle");
                }
                @Test @Category("c") void findsAllWell(Service service) { service.get("/").send().hasStatus(204); }
                """);

        assertThat(told.results())
                .containsEntry("ThingTests.leavesAMess", "in the middle")
                .containsEntry("ThingTests.findsAllWell", "PASSED");
        assertThat(runner.actions())
                .startsWith("pause redis", "crash service")
                .containsOnlyOnce("resume redis", "start service");
        assertThat(told.all("restored"))
                .extracting(line ->
                        line.path("target").asString() + " " + line.path("left").asString())
                .containsExactlyInAnyOrder("redis paused", "service stopped");
    }

    @Test
    void saysThatTheServiceDidNotComeBack() throws Exception {
        Session.Transcript told = runner.neverComesBack().examine("""
                @Test @Category("c") void waits(Service service) { service.restart(); }
                @Test @Category("c") void leavesItToOthers(Service service) { service.crash(); }
                """);

        assertThat(told.results().values())
                .hasSize(2)
                .allSatisfy(message -> assertThat(message)
                        .contains("started again", "did not listen within 0.3 s", "limit for becoming ready"));
    }

    @Test
    void doesNotWaitForAServiceThatEndedByItself() throws Exception {
        Session.Transcript told = runner.endsOnStart("with exit status 1").examine("""
                @Test @Category("c") void waits(Service service) { service.crash(); service.start(); }
                @Test @Category("c") void triesAgain(Service service) { service.restart(); }
                """);

        assertThat(told.results().values())
                .hasSize(2)
                .allSatisfy(message ->
                        assertThat(message).isEqualTo("The service has ended by itself, with exit status 1"));
        assertThat(runner.actions())
                .as("and does not start it in vain")
                .containsExactly("crash service", "start service");
    }

    @Test
    void leavesATestBehindThatWaitsForTheRunner() throws Exception {
        Session.Transcript told = Session.examine("ALL", portOfNobody(), Session.exam("""
                @Test @Category("c") void asks(Service service) { service.crash(); }
                """));

        assertThat(told.types()).contains("notReady");
        assertThat(told.results().get("ThingTests.asks")).contains("the runner is gone");
    }

    private static int portOfNobody() {
        return 1;
    }

    @Test
    void refusesADependencyThatIsNotThere() throws Exception {
        assertThat(runner.examine("""
                @Test @Category("c") void asks(@Uses("mongodb") Dependency db) {}
                """).first("broken").path("message").asString())
                .contains("ThingTests.asks", "@Uses(\"mongodb\")", "challenge.yaml", "it has redis");
    }

    @Test
    void refusesADependencyWithoutAName() throws Exception {
        assertThat(runner.examine("""
                @Test @Category("c") void asks(Dependency db) {}
                """).first("broken").path("message").asString())
                .contains("ThingTests.asks", "without a name", "@Uses");
    }

    @Test
    void holdsTheReferenceWhereverItIsNotMeasured() throws Exception {
        Session.Transcript told = runner.withReference().examine("""
                @Test @Category("c") void compares(Service service, Reference reference) {
                    reference.compare(service, target -> Load.of(i -> target.get("/"), reply -> reply.hasStatus(204))
                                    .perSecond(1000).lasting(Duration.ofMillis(10)))
                            .cpuPerCall().isAtMost(1.5);
                }
                """);

        assertThat(told.results()).containsEntry("ThingTests.compares", "PASSED");
        assertThat(runner.actions().stream().filter(action -> !action.startsWith("usage")))
                .startsWith("pause reference", "pause service", "resume reference", "pause reference", "resume service")
                .endsWith("pause reference", "resume service");
        assertThat(told.all("restored")).isEmpty();
    }

    @Test
    void findsAServiceThatCallsTheReference() throws Exception {
        Session.Transcript told = runner.withReference().examine("""
                @Test @Category("c") void compares(Service service, Reference reference) throws Exception {
                    // This process stands for the service, and its connection for one that the service has closed.
                    reference.compare(service, target -> {
                        if (target == service) { call(); }
                        return Load.of(i -> target.get("/"), reply -> reply.hasStatus(204)).lasting(Duration.ofMillis(10));
                    }).isAtMost(1000);
                }
                private static void call() {
                    try {
                        java.net.Socket socket = new java.net.Socket("127.0.0.1", %d);
                        held = socket;
                    } catch (java.io.IOException e) {
                        throw new IllegalStateException(e);
                    }
                }
                static Object held;
                """.formatted(runner.ownProgramPort()));

        assertThat(told.results().get("ThingTests.compares"))
                .startsWith("The service has called the port of the reference solution");
        assertThat(runner.actions()).endsWith("pause reference", "resume service");
    }

    @Test
    void refusesAReferenceThatIsNotThere() throws Exception {
        assertThat(runner.examine("""
                @Test @Category("c") void compares(Service service, Reference reference) {}
                """).first("broken").path("message").asString())
                .contains("ThingTests.compares", "takes a Reference", "reference: true");
    }

    @Test
    void keepsTheAnswersOfABurstThatACrashInterrupts() throws Exception {
        Session.Transcript told = runner.examine("""
                @Test @Category("c") void bursts(Service service) {
                    SortedMap<Integer, Reply> answered = service.burst(8, i -> service.put("/" + i), service::crash);
                    Assertions.assertTrue(answered.size() >= 8, answered.size() + " answers");
                    answered.values().forEach(reply -> reply.hasStatus(204));
                }
                @Test @Category("c") void hasAMistakeInIt(Service service) {
                    service.burst(8, i -> service.put("no slash"), () -> {});
                }
                @Test @Category("c") void isNeverAnswered(Service service) {
                    service.crash();
                    Assertions.assertEquals(0, service.burst(8, i -> service.put("/"), () -> {}).size());
                }
                """);

        assertThat(told.results())
                .containsEntry("ThingTests.bursts", "PASSED")
                .containsEntry("ThingTests.isNeverAnswered", "PASSED");
        assertThat(told.results().get("ThingTests.hasAMistakeInIt")).contains("begins with /");
    }

    @Test
    void refusesAValidatorThatIsNotThere() throws Exception {
        String exam = """
                @Test @Category("c") void validates(Validator validator) {}
                """;
        assertThat(runner.examine(exam).first("broken").path("message").asString())
                .contains("ThingTests.validates", "takes a Validator", "exam/validator/python/main.py");
    }

    @Test
    void chargesABrokenValidatorToThePackage() throws Exception {
        Session.Transcript told = runner.withBrokenValidator().examine("""
                @Test @Category("c") void validates(Validator validator) {
                    validator.judge("1", "2", new Program("127.0.0.1", %d).run("1"), List.of());
                }
                """.formatted(runner.ownProgramPort()));

        assertThat(told.first("broken").path("message").asString())
                .isEqualTo("A validator ends with exit code 42 or 43, but it ended with exit code 1");
    }
}

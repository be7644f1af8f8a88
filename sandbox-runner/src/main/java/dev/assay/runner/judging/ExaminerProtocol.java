package dev.assay.runner.judging;

import dev.assay.challenge.Companions;
import dev.assay.challenge.SourceFiles;
import dev.assay.runner.sandbox.Outcome;
import dev.assay.runner.sandbox.SandboxFault;
import dev.assay.runner.sandbox.Usage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lines that go to the examiner, and the reading of those that come back. */
final class ExaminerProtocol {

    static final int VERSION = 3;

    private static final JsonMapper json = JsonMapper.builder().build();

    private ExaminerProtocol() {}

    static byte[] compile(SourceFiles exam) {
        return line(Map.of("type", "compile", "sources", exam.files()));
    }

    /** The exam, and what is there for it. */
    static byte[] load(CompiledExam exam, Case current) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", "load");
        message.put("nonce", current.run().secret());
        message.put("seed", current.request().seed().value());
        message.put("scope", current.request().scope().name());
        message.put("port", current.challenge().port());
        message.put("readyMillis", current.limits().ready().toMillis());
        message.put("dependencies", current.run().dependencies().urls());
        message.put("thirdParties", current.thirdParties().forExaminer());
        if (current.reference().isPresent()) {
            message.put("reference", Map.of("port", Companions.REFERENCE_PORT));
        }
        if (current.validator().isPresent()) {
            message.put("validator", Map.of("port", Companions.VALIDATOR_PORT));
        }
        if (!current.challenge().examData().files().isEmpty()) {
            message.put("data", current.challenge().examData().files());
        }
        message.put("classes", exam.classes());
        return line(message);
    }

    static byte[] warmUp() {
        return line(Map.of("type", "warmUp"));
    }

    static byte[] await(Duration limit) {
        return line(Map.of("type", "await", "timeoutMillis", limit.toMillis()));
    }

    static byte[] examine() {
        return line(Map.of("type", "examine"));
    }

    /** What a test asked for is done. */
    static byte[] controlled(int id) {
        return line(Map.of("type", "controlled", "id", id));
    }

    /** What a test asked for cannot be done; the sentence is its failure. */
    static byte[] notControlled(int id, String why) {
        return line(Map.of("type", "controlled", "id", id, "failure", why));
    }

    /** What a test asked to know. */
    static byte[] usage(int id, Member member) {
        Usage usage = member.usage();
        Duration cpu = member.cpu()
                .orElseThrow(() -> new SandboxFault(
                        SandboxFault.Kind.SETTING,
                        "The kernel does not tell what processor time a container uses, which this exam wants to know: turn on"
                                + " the cgroup controllers cpu and cpuacct"));
        return line(Map.of(
                "type",
                "controlled",
                "id",
                id,
                "cpuMicros",
                cpu.toNanos() / 1000,
                "peakMemoryBytes",
                usage.memoryBytes().orElse(0),
                "processes",
                usage.processes().orElse(0)));
    }

    /** The service has ended by itself, so no test need wait for it. */
    static byte[] ended(Outcome outcome) {
        return line(Map.of(
                "type",
                "ended",
                "how",
                switch (outcome) {
                    case Outcome.Exited(int status) -> "with exit status " + status;
                    case Outcome.Killed(int signal) -> "by signal " + signal;
                    case Outcome.CpuExceeded _, Outcome.OutputExceeded _ -> "because it met a limit";
                    default -> "";
                }));
    }

    private static byte[] line(Map<String, ?> message) {
        return (json.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static ExaminerMessage read(String line) {
        try {
            JsonNode message = json.readTree(line);
            String nonce = text(message, "nonce");
            return switch (text(message, "type")) {
                case "hello" ->
                    new ExaminerMessage.Hello(message.path("protocol").asInt(0));
                case "compiled" -> new ExaminerMessage.Compiled(classes(message.path("classes")));
                case "notCompiled" -> new ExaminerMessage.NotCompiled(texts(message.path("diagnostics")));
                case "plan" -> new ExaminerMessage.Plan(nonce, tests(message.path("tests")));
                case "broken" -> new ExaminerMessage.Broken(text(message, "message"));
                case "warm" -> new ExaminerMessage.Warm();
                case "ready" -> new ExaminerMessage.Ready(nonce);
                case "notReady" -> new ExaminerMessage.NotReady(nonce);
                case "started" -> new ExaminerMessage.Started(nonce, text(message, "name"));
                case "finished" ->
                    new ExaminerMessage.Finished(
                            nonce,
                            text(message, "name"),
                            status(text(message, "status")),
                            message.path("millis").asLong(0),
                            text(message, "message"));
                case "control" ->
                    new ExaminerMessage.Control(
                            nonce, message.path("id").asInt(-1), text(message, "target"), text(message, "action"));
                case "restored" -> new ExaminerMessage.Restored(nonce, text(message, "target"), text(message, "left"));
                case "done" -> new ExaminerMessage.Done(nonce);
                default -> throw notUnderstood(line);
            };
        } catch (JacksonException e) {
            throw notUnderstood(line);
        }
    }

    private static CompiledExam classes(JsonNode node) {
        TreeMap<String, String> classes = new TreeMap<>();
        node.forEachEntry((name, bytes) -> classes.put(name, bytes.asString("")));
        return new CompiledExam(classes);
    }

    private static List<PlannedTest> tests(JsonNode nodes) {
        List<PlannedTest> tests = new ArrayList<>();
        for (JsonNode node : nodes) {
            tests.add(new PlannedTest(
                    text(node, "name"),
                    text(node, "title"),
                    text(node, "category"),
                    node.path("visible").asBoolean(false),
                    node.path("weight").asInt(1)));
        }
        return tests;
    }

    private static List<String> texts(JsonNode nodes) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(node.asString("")));
        return texts;
    }

    private static TestResult.Status status(String word) {
        return switch (word) {
            case "PASSED" -> TestResult.Status.PASSED;
            case "INCONCLUSIVE" -> TestResult.Status.INCONCLUSIVE;
            default -> TestResult.Status.FAILED;
        };
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static SandboxFault notUnderstood(String line) {
        return new SandboxFault("The examiner said what the runner does not understand: "
                + (line.length() > 200 ? line.substring(0, 200) + "…" : line)
                + ". Remove the images named assay/examiner and judge again");
    }
}

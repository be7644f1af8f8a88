package dev.assay.exam.program;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the examiner as the runner does, in this process. */
final class Session {
    static final JsonMapper JSON = JsonMapper.shared();
    static final String NONCE = "n-42";

    /** What the examiner answered, and how it ended. */
    record Transcript(List<JsonNode> answers, int status) {
        JsonNode first(String type) {
            return all(type).getFirst();
        }

        List<JsonNode> all(String type) {
            return answers.stream()
                    .filter(answer -> answer.path("type").asString().equals(type))
                    .toList();
        }

        List<String> types() {
            return answers.stream()
                    .map(answer -> answer.path("type").asString())
                    .toList();
        }

        /** Test name to {@code PASSED}, or to the message of its failure. */
        Map<String, String> results() {
            Map<String, String> results = new LinkedHashMap<>();
            for (JsonNode result : all("finished")) {
                boolean passed = result.path("status").asString().equals("PASSED");
                results.put(
                        result.path("name").asString(),
                        passed ? "PASSED" : result.path("message").asString());
            }
            return results;
        }
    }

    private Session() {}

    static Transcript say(String... commands) {
        String input = String.join("\n", commands) + "\n";
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int status = new Examiner(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        output,
                        new Listening(Path.of("/proc/self/net")))
                .run();
        return new Transcript(parse(output.toString(StandardCharsets.UTF_8)), status);
    }

    /** Compiles the source, loads it, and runs it against the port. */
    static Transcript examine(String scope, int port, String source) {
        JsonNode classes = compile(source);
        return say(load(scope, port, classes), "{\"type\":\"await\",\"timeoutMillis\":2000}", "{\"type\":\"examine\"}");
    }

    static JsonNode compile(String source) {
        Transcript told = say(compileCommand(source));
        if (!told.types().contains("compiled")) {
            throw new AssertionError("The exam does not compile: " + told.answers());
        }
        return told.first("compiled").required("classes");
    }

    static String compileCommand(String source) {
        return JSON.writeValueAsString(Map.of("type", "compile", "sources", Map.of("ThingTests.java", source)));
    }

    static String load(String scope, int port, JsonNode classes) {
        return load(scope, port, classes, Map.of());
    }

    /** @param more fields of the command */
    static String load(String scope, int port, JsonNode classes, Map<String, ?> more) {
        Map<String, Object> command = new LinkedHashMap<>(Map.of(
                "type", "load", "nonce", NONCE, "scope", scope, "port", port, "readyMillis", 2000, "classes", classes));
        command.putAll(more);
        return JSON.writeValueAsString(command);
    }

    /** Runs all of the exam against the port, with more fields in the command that loads it. */
    static Transcript examine(int port, Map<String, ?> more, String source) {
        return say(
                load("ALL", port, compile(source), more),
                "{\"type\":\"await\",\"timeoutMillis\":2000}",
                "{\"type\":\"examine\"}");
    }

    static List<JsonNode> parse(String lines) {
        List<JsonNode> answers = new ArrayList<>();
        lines.lines().forEach(line -> answers.add(JSON.readTree(line)));
        return answers;
    }

    /** An exam class named ThingTests with this body. */
    static String exam(String body) {
        return """
                import dev.assay.exam.*;
                import java.time.Duration;
                import java.util.*;
                import org.junit.jupiter.api.*;
                import org.junit.jupiter.params.*;
                import org.junit.jupiter.params.provider.*;

                class ThingTests {
                %s
                }
                """.formatted(body);
    }
}

package dev.assay.runner.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An examiner as a process of this machine, spoken to over its standard streams. */
final class ExaminerProcess implements AutoCloseable {

    private static final JsonMapper json = JsonMapper.builder().build();
    private static final String NONCE = "bench";

    private final Process process;
    private final OutputStream to;
    private final BufferedReader from;

    ExaminerProcess(ProcessBuilder command) {
        try {
            process = command.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new BenchFault("The examiner cannot be started: " + e.getMessage(), e);
        }
        to = process.getOutputStream();
        from = process.inputReader(StandardCharsets.UTF_8);
    }

    void awaitHello() {
        answer("hello");
    }

    /** Lets it load what every exam needs, as those in pods that are made ahead do. */
    void warmUp() {
        tell(Map.of("type", "warmUp"));
        answer("warm");
    }

    SortedMap<String, String> compile(SortedMap<String, String> sources) {
        tell(Map.of("type", "compile", "sources", sources));
        SortedMap<String, String> classes = new TreeMap<>();
        answer("compiled").path("classes").forEachEntry((name, bytes) -> classes.put(name, bytes.asString("")));
        return classes;
    }

    void load(SortedMap<String, String> classes, int port) {
        tell(Map.of(
                "type",
                "load",
                "nonce",
                NONCE,
                "scope",
                "ALL",
                "port",
                port,
                "readyMillis",
                20_000,
                "classes",
                classes));
    }

    /** Waits until the service listens, and runs all tests; each must pass. */
    void examine(long readyMillis) {
        answer("plan");
        tell(Map.of("type", "await", "timeoutMillis", readyMillis));
        answer("ready");
        tell(Map.of("type", "examine"));
        answer("done");
    }

    private void tell(Map<String, ?> message) {
        try {
            to.write((json.writeValueAsString(new LinkedHashMap<>(message)) + "\n").getBytes(StandardCharsets.UTF_8));
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode answer(String type) {
        try {
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                JsonNode message = json.readTree(line);
                String said = message.path("type").asString("");
                if (said.equals(type)) {
                    return message;
                }
                boolean failed = said.equals("finished")
                        && !message.path("status").asString("").equals("PASSED");
                if (failed || said.equals("notReady") || said.equals("notCompiled") || said.equals("broken")) {
                    throw new BenchFault("Outside the sandbox the solution is not accepted: " + Tool.last(line));
                }
            }
            throw new BenchFault("The examiner ended before it said " + type);
        } catch (IOException e) {
            throw new BenchFault("The examiner cannot be heard: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

package dev.assay.exam.program;

import dev.assay.exam.Data;
import dev.assay.exam.ThirdParty;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What is beside the service in its pod.
 *
 * @param dependencies their addresses by name
 * @param data what the exam reads
 * @param reference the port of the package's own solution, when it is there
 * @param validator the port of the package's validator, when it is there
 */
record Companions(
        Map<String, String> dependencies,
        Map<String, ThirdParty> thirdParties,
        Data data,
        OptionalInt reference,
        OptionalInt validator)
        implements AutoCloseable {

    /** Of a service that is alone. */
    static Companions none() {
        return new Companions(Map.of(), Map.of(), new Data(Map.of()), OptionalInt.empty(), OptionalInt.empty());
    }

    /** As the runner tells them. From then on the third parties listen. */
    static Companions of(JsonNode load) throws BrokenExam {
        Map<String, String> dependencies = new TreeMap<>();
        load.path("dependencies").forEachEntry((name, address) -> dependencies.put(name, address.asString("")));
        return new Companions(
                dependencies,
                thirdParties(load.path("thirdParties")),
                data(load.path("data")),
                port(load.path("reference")),
                port(load.path("validator")));
    }

    private static OptionalInt port(JsonNode told) {
        return told.isObject() ? OptionalInt.of(told.required("port").intValue()) : OptionalInt.empty();
    }

    private static Map<String, ThirdParty> thirdParties(JsonNode told) throws BrokenExam {
        Map<String, ThirdParty> opened = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> party : told.properties()) {
            int port = party.getValue().required("port").intValue();
            try {
                String secret = party.getValue().path("secret").asString("");
                opened.put(party.getKey(), new ThirdParty(party.getKey(), port, secret));
            } catch (IOException e) {
                opened.values().forEach(ThirdParty::close);
                throw new BrokenExam("The third party " + party.getKey() + " cannot listen on its port " + port + " ("
                        + e.getMessage() + "); nothing else in this challenge may use that port");
            }
        }
        return opened;
    }

    private static Data data(JsonNode told) {
        Map<String, String> files = new TreeMap<>();
        told.forEachEntry((path, text) -> files.put(path, text.stringValue()));
        return new Data(files);
    }

    Set<String> dependencyNames() {
        return dependencies.keySet();
    }

    Set<String> thirdPartyNames() {
        return thirdParties.keySet();
    }

    /** What one test told the third parties, and what they heard in it, is no matter of the next. */
    void forget() {
        AssertionError failure = null;
        for (ThirdParty party : thirdParties.values()) {
            try {
                party.forget();
            } catch (AssertionError e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        thirdParties.values().forEach(ThirdParty::close);
    }
}

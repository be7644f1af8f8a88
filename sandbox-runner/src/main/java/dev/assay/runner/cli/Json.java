package dev.assay.runner.cli;

import java.io.PrintStream;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints one object; in ASCII only, so that nothing in it reaches a terminal as a command. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private Json() {}

    static void print(PrintStream out, Object value) {
        out.println(MAPPER.writeValueAsString(value));
    }
}

package dev.assay.exam.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RehearsalTests {
    @Test
    void goesThroughAllThatAnExaminerDoes() throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        try {
            Rehearsal.main(new String[0]);
        } finally {
            System.setOut(before);
        }

        Session.Transcript told = new Session.Transcript(Session.parse(output.toString(StandardCharsets.UTF_8)), 0);
        assertThat(told.types()).endsWith("done");
        assertThat(told.results())
                .containsEntry("RehearsalTests.looks", "PASSED")
                .containsEntry("RehearsalTests.concurs", "PASSED")
                .hasSize(5);
        assertThat(told.results().get("RehearsalTests.failsAsReplyDoes")).contains("[201, 409] but was 200");
    }
}

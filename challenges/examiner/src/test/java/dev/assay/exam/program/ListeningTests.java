package dev.assay.exam.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListeningTests {
    private static final int US = 10002;

    @TempDir
    Path tables;

    private boolean called(String... rows) throws IOException {
        return tables(rows).isCalledByOthers(8081, US);
    }

    private Listening tables(String... rows) throws IOException {
        Files.writeString(
                tables.resolve("tcp"),
                "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
                        + String.join("\n", rows) + "\n");
        return new Listening(tables);
    }

    private static String row(String local, String remote, String state, int uid) {
        return "   0: 0100007F:" + local + " 0100007F:" + remote + " " + state
                + " 00000000:00000000 00:00000000 00000000 " + uid + "        0 101 1 0 100 0 0 10 0";
    }

    @Test
    void seesWhoElseCallsAPort() throws IOException {
        assertThat(called(row("C001", "1F91", "01", 10001))).as("1F91 is 8081").isTrue();
        assertThat(called(row("C001", "1F91", "02", 10001))).isTrue();
        assertThat(called(row("C001", "1F91", "01", US), row("1F91", "C001", "01", 10004)))
                .isFalse();
        assertThat(called(row("C001", "1F91", "05", 0), row("C001", "1F91", "01", 0)))
                .as("closed by its owner")
                .isFalse();
        assertThat(called(row("C001", "1F90", "01", 10001), row("1F91", "0000", "0A", 10004)))
                .isFalse();
    }

    @Test
    void seesWhatWasLeftOfACall() throws IOException {
        assertThat(tables(row("C001", "1F91", "05", 0)).isCalled(8081)).isTrue();
        assertThat(tables(row("C001", "1F91", "01", US)).isCalled(8081)).isTrue();
        assertThat(tables(row("C001", "1F91", "06", 0), row("1F91", "C001", "08", 0))
                        .isCalled(8081))
                .as("over, and the other side")
                .isFalse();
    }
}

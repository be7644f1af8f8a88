package dev.assay.runner.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TranscriptTest {

    private final Transcript transcript = new Transcript("@n end\n".getBytes(StandardCharsets.UTF_8));

    @Test
    void takesOutTheEndMarkHoweverItArrives() {
        transcript.add("no newline@n");
        assertThat(transcript.complete()).isFalse();
        transcript.add(" end\nafter");

        assertThat(transcript.complete()).isTrue();
        assertThat(transcript.text()).isEqualTo("no newlineafter");
    }

    @Test
    void tellsWholeLinesUntilTheLast() {
        transcript.add("one\ntw");
        assertThat(transcript.news(false)).isEqualTo("one\n");
        transcript.add("o\nthr@n end\n");
        assertThat(transcript.news(false)).isEqualTo("two\n");
        assertThat(transcript.news(true)).isEqualTo("thr");
        assertThat(transcript.hasNews()).isFalse();
    }

    @Test
    void keepsBytesThatAreNoTextAndCutsWhatIsTooMuch() {
        transcript.add(new byte[] {'a', (byte) 0xff, 'b'});
        assertThat(transcript.text()).isEqualTo("a\ufffdb");

        transcript.add(new byte[300 * 1024]);
        assertThat(transcript.text()).endsWith("… cut at 256 KiB\n");
        assertThat(transcript.complete()).isTrue();
    }
}

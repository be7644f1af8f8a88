package dev.assay.exam.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExplanationTests {
    @Test
    void showsWhatCouldActOnATerminal() {
        assertThat(Explanation.cut("red \u001b[31m and \u202eturned\nnext\tline \u009b"))
                .isEqualTo("red \\u001b[31m and \\u202eturned\nnext\tline \\u009b");
    }

    @Test
    void cutsByBytesAndNeverInsideACharacter() {
        assertThat(Explanation.cut("a".repeat(4096))).hasSize(4096);
        for (String text :
                new String[] {"a".repeat(9000), "ü".repeat(9000), "🎟".repeat(9000), "\u0000".repeat(9000)}) {
            String shown = Explanation.cut(text);
            assertThat(shown.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(4080, 4096);
            assertThat(new String(shown.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(shown);
        }
    }
}

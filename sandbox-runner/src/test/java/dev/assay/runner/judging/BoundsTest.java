package dev.assay.runner.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.runner.Sums;
import dev.assay.runner.sandbox.SandboxFault;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoundsTest {

    @Test
    void namesEachKeyThatIsBeyondItsBound() {
        Bounds bounds =
                new Bounds(Map.of(Bounds.Key.MEMORY_MIB, 255, Bounds.Key.EXAM_SECONDS, 19, Bounds.Key.PROCESSES, 64));

        assertThatThrownBy(() -> bounds.require(Sums.challenge()))
                .isInstanceOfSatisfying(
                        SandboxFault.class, fault -> assertThat(fault.kind()).isEqualTo(SandboxFault.Kind.PACKAGE))
                .hasMessageContaining("The limits of sums")
                .hasMessageContaining(
                        "examSeconds is 20 and at most 19 is allowed (assay.runner.bounds.exam-seconds); memoryMiB is 256"
                                + " and at most 255 is allowed (assay.runner.bounds.memory-mib)")
                .hasMessageNotContaining("processes");
    }

    @Test
    void allowsWhatIsNotBounded() {
        assertThatCode(() -> Bounds.NONE.require(Sums.challenge())).doesNotThrowAnyException();
    }

    @Test
    void readsSettingsByTheirNames() {
        Map<String, String> settings =
                Map.of("assay.runner.bounds.cpu-seconds", " 30 ", "assay.runner.bounds.output-kib", "64");

        assertThat(Bounds.of(name -> Optional.ofNullable(settings.get(name))))
                .isEqualTo(new Bounds(Map.of(Bounds.Key.CPU_SECONDS, 30, Bounds.Key.OUTPUT_KIB, 64)));
    }

    @Test
    void saysWhichSettingCannotBeUsed() {
        assertThatThrownBy(() -> Bounds.of(name -> Optional.of("many")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("assay.runner.bounds.build-seconds is \"many\"; it must be a whole number");
        assertThatThrownBy(() -> new Bounds(Map.of(Bounds.Key.PROCESSES, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("assay.runner.bounds.processes is 0");
    }
}

package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.Limits;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.Verdict;
import java.util.Map;

/** A submission that does harm before it serves like a good one, and the good one that comes after it. */
final class Attack {

    private Attack() {}

    /** @param before Python that may use {@code os}; the good service comes behind it, unless it serves by itself */
    static Judgement python(RealEngine engine, String before, Scope scope) {
        String service = before.contains("serve_forever") ? "" : Sums.PYTHON;
        return engine.judge(
                Sums.challenge(limits()), "python", Map.of("main.py", "import os\n" + before + service), scope);
    }

    static void hasLeftNoHarm(RealEngine engine) {
        assertThat(python(engine, "", Scope.ALL).verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    static Limits limits() {
        return Sums.limits(15, 6, 20, 256);
    }
}

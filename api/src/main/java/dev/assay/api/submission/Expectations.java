package dev.assay.api.submission;

import dev.assay.api.workspace.TaskOpened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who opens a task will run something, so what that needs is made ready meanwhile. */
@Component
class Expectations {

    private final JudgingEngine engine;

    Expectations(JudgingEngine engine) {
        this.engine = engine;
    }

    @EventListener
    void on(TaskOpened opened) {
        engine.expect(opened.challenge(), opened.environment());
    }
}

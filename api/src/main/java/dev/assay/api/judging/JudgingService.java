package dev.assay.api.judging;

import dev.assay.api.settings.AssaySettings;
import dev.assay.runner.dispatch.JudgeQueue;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The runner inside this process. The API runs without it: submissions then wait. */
@Component
public class JudgingService {

    private final AssaySettings settings;

    JudgingService(AssaySettings settings) {
        this.settings = settings;
    }

    /** Where submissions go; refuses all of them while no runner is enabled. */
    public JudgeQueue queue() {
        return (request, listener) -> false;
    }

    /** Empty when submissions can be judged now; else one sentence with the remedy. */
    public Mono<String> unavailableBecause() {
        return Mono.just(
                settings.runner().enabled()
                        ? "Judging is starting."
                        : "Judging is switched off in this process. Set ASSAY_RUNNER_ENABLED=true to switch it on.");
    }

    String version() {
        String version = JudgingService.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}

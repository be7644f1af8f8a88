package dev.assay.api.startup;

import org.springframework.core.Ordered;
import reactor.core.publisher.Mono;

/** Work at the start, done once and in order; no request to the API is answered before all of it is done. */
public interface StartUpStep extends Ordered {

    int INDEXES = 0;
    int CATALOG = 100;
    int ORGANIZATION = 200;
    int ASSESSMENT = 300;
    int JUDGING = 400;
    int CONSOLE = 1000;

    Mono<Void> run();
}

package dev.assay.api.startup;

import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs the steps when the program has started; a request that comes earlier waits for them. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class StartUp implements WebFilter {

    private static final Logger log = LoggerFactory.getLogger(StartUp.class);

    private final Mono<Void> done;

    StartUp(ObjectProvider<StartUpStep> steps) {
        done = Flux.defer(() -> Flux.fromStream(steps.stream().sorted(Comparator.comparingInt(StartUpStep::getOrder))))
                .concatMap(StartUpStep::run)
                .then()
                .cache();
    }

    /** Completes when all steps are done; fails when one failed. */
    public Mono<Void> done() {
        return done;
    }

    @EventListener(ApplicationStartedEvent.class)
    void begin() {
        done.subscribe(nothing -> {}, failure -> log.error("The start failed; no request is answered", failure));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return done.then(Mono.defer(() -> chain.filter(exchange)));
    }
}

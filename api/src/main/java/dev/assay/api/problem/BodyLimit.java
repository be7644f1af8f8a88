package dev.assay.api.problem;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses a body by its announced length, before any of it is kept. One without a length meets the codec's limit. */
@Component
@Order(BodyLimit.AFTER_SECURITY)
class BodyLimit implements WebFilter {

    /** So that the refusal has the security headers too. */
    static final int AFTER_SECURITY = -99;

    static final long MOST_BYTES = 2 * 1024 * 1024;

    private final ObjectProvider<LargerBody> larger;

    BodyLimit(ObjectProvider<LargerBody> larger) {
        this.larger = larger;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long most = larger.stream()
                .filter(allowed -> allowed.covers(exchange.getRequest()))
                .mapToLong(LargerBody::mostBytes)
                .findFirst()
                .orElse(MOST_BYTES);
        if (exchange.getRequest().getHeaders().getContentLength() > most) {
            return BoundedBody.discard(exchange.getRequest())
                    .then(Mono.error(() ->
                            ProblemType.TOO_LARGE.because("The body is larger than " + most / 1024 / 1024 + " MB.")));
        }
        return chain.filter(exchange);
    }
}

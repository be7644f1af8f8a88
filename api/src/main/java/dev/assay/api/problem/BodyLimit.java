package dev.assay.api.problem;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses a body by its announced length, before any of it is read. One without a length meets the codec's limit. */
@Component
@Order(BodyLimit.AFTER_SECURITY)
class BodyLimit implements WebFilter {

    /** So that the refusal has the security headers too. */
    static final int AFTER_SECURITY = -99;

    static final long MOST_BYTES = 2 * 1024 * 1024;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getHeaders().getContentLength() > MOST_BYTES) {
            return Mono.error(ProblemType.TOO_LARGE.because("The body is larger than 2 MB."));
        }
        return chain.filter(exchange);
    }
}

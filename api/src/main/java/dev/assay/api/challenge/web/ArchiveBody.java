package dev.assay.api.challenge.web;

import dev.assay.api.problem.BoundedBody;
import dev.assay.api.problem.LargerBody;
import dev.assay.api.problem.ProblemType;
import dev.assay.api.settings.AssaySettings;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The body of an upload: larger than that of other requests, and read whole into memory. */
@Component
class ArchiveBody implements LargerBody {

    static final String PATH = "/api/v1/challenges/uploads";

    private final int mostMib;

    ArchiveBody(AssaySettings settings) {
        mostMib = settings.uploads().mostMib();
    }

    @Override
    public boolean covers(ServerHttpRequest request) {
        return request.getMethod().equals(HttpMethod.POST)
                && request.getPath().pathWithinApplication().value().equals(PATH);
    }

    @Override
    public long mostBytes() {
        return mostMib * 1024L * 1024L;
    }

    Mono<byte[]> read(ServerHttpRequest request) {
        return BoundedBody.read(request, mostBytes())
                .map(body -> body.orElseThrow(() -> ProblemType.TOO_LARGE.because(
                        "The archive is larger than " + mostMib + " MB. Remove what does not belong to the package.")));
    }
}

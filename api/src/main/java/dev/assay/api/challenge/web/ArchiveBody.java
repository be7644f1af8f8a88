package dev.assay.api.challenge.web;

import dev.assay.api.problem.LargerBody;
import dev.assay.api.problem.ProblemType;
import dev.assay.api.settings.AssaySettings;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
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
        return DataBufferUtils.join(request.getBody(), (int) mostBytes())
                .map(ArchiveBody::bytes)
                .defaultIfEmpty(new byte[0])
                .onErrorMap(
                        DataBufferLimitException.class,
                        tooLarge -> ProblemType.TOO_LARGE.because("The archive is larger than " + mostMib
                                + " MB. Remove what does not belong to the package."));
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}

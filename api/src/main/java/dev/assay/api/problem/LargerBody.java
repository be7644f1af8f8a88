package dev.assay.api.problem;

import org.springframework.http.server.reactive.ServerHttpRequest;

/** Says which requests may have a larger body than others. Whoever reads it sees to the limit where no length is announced. */
public interface LargerBody {

    boolean covers(ServerHttpRequest request);

    long mostBytes();
}

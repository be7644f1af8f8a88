package dev.assay.exam;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A request that is being put together; {@link #send()} sends it. May be sent more than once. */
public final class Call {
    private record Header(String name, String value) {}

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CLOSED_EARLY = "the service closed the connection before the answer was complete";

    private final HttpClient client;
    private final String method;
    private final String path;
    private final URI uri;
    private final List<Header> headers = new ArrayList<>();
    private @Nullable String name;
    private @Nullable String body;
    private Duration timeout = Duration.ofSeconds(Service.TIMEOUT_SECONDS);

    Call(HttpClient client, String method, String path, URI uri) {
        this.client = client;
        this.method = method;
        this.path = path;
        this.uri = uri;
    }

    public Call header(String name, String value) {
        headers.add(new Header(name, value));
        return this;
    }

    /** The value as JSON, with its content type: a map, a list, a record, or null. */
    public Call json(@Nullable Object value) {
        return body("application/json", JSON.writeValueAsString(value));
    }

    /** The text as it stands, for bodies that are not what they claim. */
    public Call body(String contentType, String text) {
        header("Content-Type", contentType);
        this.body = text;
        return this;
    }

    /** Failure messages name the call so, and not by its request. */
    Call named(String what) {
        this.name = what;
        return this;
    }

    /** How long the whole answer may take, body included. */
    public Call timeout(Duration limit) {
        this.timeout = limit;
        return this;
    }

    /** Sends the request and waits for the whole answer; fails the test when no usable one comes. */
    public Reply send() {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), Service.MAX_BODY));
        try {
            // The client's own timeout ends with the headers; this one also ends a body that trickles.
            HttpResponse<byte[]> response = exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(this, response);
        } catch (TimeoutException e) {
            throw new AssertionError(late(), e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new AssertionError(this + " → " + explain(cause), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(this + " → was interrupted, because the test took too long", e);
        } finally {
            exchange.cancel(true);
        }
    }

    private HttpRequest request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(header -> request.header(header.name(), header.value()));
        return request.build();
    }

    private String late() {
        return this + " → no complete answer within " + Words.seconds(timeout);
    }

    private String explain(Throwable cause) {
        String detail = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return switch (cause) {
            case HttpTimeoutException _ -> "no connection within " + Words.seconds(timeout);
            case ConnectException _ -> "the service does not accept connections; has it stopped?";
            case EOFException _ -> CLOSED_EARLY;
            case IOException _ when detail.startsWith("fixed content-length") -> CLOSED_EARLY;
            case IOException _
            when detail.contains("exceeds capacity") -> "the body is longer than " + Service.MAX_BODY + " bytes";
            case IOException _
            when detail.contains("received no bytes") || detail.contains("onnection reset") ->
                "the service closed the connection without an answer";
            case IOException _ -> "the answer could not be read: " + Words.cut(detail, 300);
            default -> "the answer is not valid HTTP: " + Words.cut(detail, 300);
        };
    }

    /** The request as failure messages name it. */
    @Override
    public String toString() {
        if (name != null) {
            return name;
        }
        String line = method + " " + Words.cut(path, 300);
        return body == null ? line : line + " " + (body.isEmpty() ? "(empty body)" : Words.cut(body, 300));
    }
}

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the archive. */
final class Archive {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient client =
            HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(PATIENCE).build();
    private final String url;

    Archive(String url) {
        this.url = url;
    }

    /** The text, or nothing when there is no such thing. */
    Optional<String> ask(Question question) throws Failed {
        HttpResponse<String> response = get("/" + lower(question.collection()) + "/" + question.id() + "?lang="
                + lower(question.language()));
        return switch (response.statusCode()) {
            case 200 -> Optional.of(text(response.body()));
            case 404 -> Optional.empty();
            default -> throw new Failed("The archive answered " + response.statusCode() + ".");
        };
    }

    private HttpResponse<String> get(String path) throws Failed {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
        CompletableFuture<HttpResponse<String>> exchange = client.sendAsync(request, BodyHandlers.ofString());
        try {
            // The client's own limit ends with the headers; this one is for the body too.
            return exchange.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Failed("The archive did not answer within " + PATIENCE.toSeconds() + " s.");
        } catch (ExecutionException e) {
            throw new Failed("The archive did not answer as it should.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("Nobody waited for the archive.");
        } finally {
            exchange.cancel(true);
        }
    }

    private static String text(String body) throws Failed {
        try {
            if (Json.read(body) instanceof Map<?, ?> card && card.get("text") instanceof String text) {
                return text;
            }
        } catch (Json.Malformed malformed) {
            throw new Failed("The archive's answer is not JSON.");
        }
        throw new Failed("The archive's answer has no text.");
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}

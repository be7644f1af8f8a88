import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.json.JsonMapper;

final class Provider {
    private static final int ATTEMPTS = 3;
    private static final int PATIENCE_MILLIS = 1000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI charges;
    private final String secret;

    Provider(String url, String secret) {
        this.charges = URI.create(url + "/charges");
        this.secret = secret;
    }

    /** What the order is after asking: processing, declined, or unconfirmed when nobody knows. */
    Order.Status charge(Order order) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            switch (ask(order)) {
                case 201 -> {
                    return Order.Status.PROCESSING;
                }
                case 402 -> {
                    return Order.Status.DECLINED;
                }
                default -> {}
            }
        }
        return Order.Status.UNCONFIRMED;
    }

    /** The status of the answer; 0 when there is none that could be read to its end. */
    private int ask(Order order) {
        String body = JsonMapper.shared().writeValueAsString(Map.of("order", order.id(), "cents", order.cents()));
        HttpRequest request = HttpRequest.newBuilder(charges)
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", order.id())
                .POST(BodyPublishers.ofString(body))
                .build();
        // The request's own timeout would end when the headers have come.
        var answer = client.sendAsync(request, BodyHandlers.ofString());
        try {
            return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).statusCode();
        } catch (ExecutionException | TimeoutException noAnswer) {
            answer.cancel(true);
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}

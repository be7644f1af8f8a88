import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import dev.assay.exam.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("correctness")
@Timeout(60)
class ExpiryTests {
    private static final String PAST = "2020-02-29T12:00:00Z";

    private final Service service;

    ExpiryTests(Service service) {
        this.service = service;
    }

    @Test
    @Visible
    @DisplayName("An expired link answers 410")
    void isGoneAfterExpiry() {
        String code = Links.made(service, Map.of("url", Links.freshUrl(), "expiresAt", PAST));

        Links.follow(service, code).hasStatus(410);
    }

    @Test
    @DisplayName("Before its expiry a link redirects, and shows when it ends")
    void worksBeforeExpiry() {
        Instant end = Instant.now()
                .plus(1, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .plusMillis(Fresh.number(1, 999));

        Reply made = Links.create(service, Map.of("url", Links.freshUrl(), "expiresAt", end.toString()))
                .send()
                .hasStatus(201);
        String code = made.text("code");

        showsInstant(made, end);
        showsInstant(Links.details(service, code).hasStatus(200), end);
        Links.follow(service, code);
        assertThat(Links.hits(service, code)).as("hits before the expiry").isEqualTo(1);
    }

    @Test
    @DisplayName("A link ends while the service runs")
    void endsWhileTheServiceRuns() {
        // On a busy machine a link may have ended before it is first followed, which tells nothing; the next one lasts longer.
        for (long millis = 100; millis <= 1600; millis *= 4) {
            Instant end = Instant.now().plusMillis(millis).truncatedTo(ChronoUnit.MILLIS);
            String code = Links.made(service, Map.of("url", Links.freshUrl(), "expiresAt", end.toString()));
            boolean lived = Links.follow(service, code).status() != 410;

            Waiting.until(
                            Duration.ofMillis(millis).plusSeconds(3),
                            () -> Links.follow(service, code),
                            reply -> reply.status() == 410)
                    .hasStatus(410);
            assertThat(Instant.now()).as("when the link was gone").isAfterOrEqualTo(end);
            if (lived) {
                return;
            }
        }
    }

    @Test
    @DisplayName("An expired link counts no hits, can be looked at, and keeps its alias")
    void keepsWhatHasExpired() {
        String alias = Links.freshAlias();
        String url = Links.freshUrl();
        Links.made(service, Map.of("url", url, "alias", alias, "expiresAt", PAST));

        Links.follow(service, alias);

        Reply shown = Links.details(service, alias).hasStatus(200);
        shown.field("hits").isEqualTo(0);
        shown.field("url").isEqualTo(url);
        showsInstant(shown, Instant.parse(PAST));
        Links.create(service, Map.of("url", Links.freshUrl(), "alias", alias)).send().hasStatus(409);
    }

    private static void showsInstant(Reply reply, Instant expected) {
        String shown = reply.text("expiresAt");
        try {
            assertThat(Instant.parse(shown)).as("expiresAt of %s", reply).isEqualTo(expected);
        } catch (DateTimeParseException e) {
            throw reply.failure("expected expiresAt to be an instant such as " + expected + " but was " + shown);
        }
    }
}

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Weight;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("concurrency")
@Timeout(60)
class ConcurrencyTests {
    private static final int CALLERS = 24;

    private final Service service;

    ConcurrencyTests(Service service) {
        this.service = service;
    }

    @Test
    @Weight(2)
    @DisplayName("No hit is lost when many follow one link at the same time")
    void losesNoHit() {
        String code = Links.made(service, Map.of("url", Links.freshUrl()));
        int rounds = 10;

        for (int round = 0; round < rounds; round++) {
            service.concurrently(CALLERS, _ -> Links.follow(service, code));
        }

        assertThat(Links.hits(service, code))
                .as("hits after %d redirects, %d of them at a time", rounds * CALLERS, CALLERS)
                .isEqualTo(rounds * CALLERS);
    }

    @Test
    @Weight(2)
    @DisplayName("Of many who ask for one alias at the same time, exactly one gets it")
    void givesAnAliasOnce() {
        for (int round = 0; round < 6; round++) {
            String alias = Links.freshAlias();
            List<String> urls = IntStream.range(0, CALLERS).mapToObj(_ -> Links.freshUrl()).toList();

            List<Reply> replies = service.concurrently(
                    CALLERS, i -> Links.create(service, Map.of("url", urls.get(i), "alias", alias)).send());

            List<Integer> winners = IntStream.range(0, CALLERS)
                    .filter(i -> replies.get(i).hasStatusIn(201, 409).status() == 201)
                    .boxed()
                    .toList();
            assertThat(winners)
                    .as("how many of %d requests for the alias %s got 201", CALLERS, alias)
                    .hasSize(1);
            Links.details(service, alias).hasStatus(200).field("url").isEqualTo(urls.get(winners.getFirst()));
        }
    }

    @Test
    @DisplayName("Links that are made at the same time have codes of their own")
    void givesEachLinkItsCode() {
        List<String> urls = IntStream.range(0, 4 * CALLERS).mapToObj(_ -> Links.freshUrl()).toList();
        Set<String> codes = new HashSet<>();

        for (int round = 0; round < 4; round++) {
            int first = round * CALLERS;
            List<Reply> replies = service.concurrently(
                    CALLERS, i -> Links.create(service, Map.of("url", urls.get(first + i))).send());
            for (int i = 0; i < CALLERS; i++) {
                String code = replies.get(i).hasStatus(201).text("code");
                codes.add(code);
                Links.details(service, code).hasStatus(200).field("url").isEqualTo(urls.get(first + i));
            }
        }

        assertThat(codes).as("the codes of %d links", urls.size()).hasSize(urls.size());
    }

    @Test
    @DisplayName("Making links does not disturb those who follow others")
    void makesAndFollowsAtTheSameTime() {
        String url = Links.freshUrl();
        String code = Links.made(service, Map.of("url", url));

        List<Reply> replies = service.concurrently(CALLERS, i -> i % 2 == 0
                ? Links.create(service, Map.of("url", Links.freshUrl())).send()
                : Links.follow(service, code));

        for (int i = 0; i < CALLERS; i++) {
            if (i % 2 == 0) {
                replies.get(i).hasStatus(201);
            } else {
                replies.get(i).header("Location").isEqualTo(url);
            }
        }
    }
}

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("correctness")
@Timeout(60)
class FollowTests {
    private final Service service;

    FollowTests(Service service) {
        this.service = service;
    }

    @Test
    @Visible
    @DisplayName("Following a link redirects to its URL")
    void redirects() {
        String url = Links.freshUrl();
        String code = Links.made(service, Map.of("url", url));

        Links.follow(service, code).hasStatus(302).header("Location").isEqualTo(url);
    }

    @Test
    @DisplayName("The URL comes back character for character")
    void keepsTheUrlAsItIs() {
        String word = Fresh.word();
        List<String> urls = List.of(
                "https://example.com/" + word + "?q=a%20b&lang=de&q=2+2",
                "https://example.com/" + word + "/?utm_source=cup#menu",
                "http://Example.COM:8081/a/../" + word + "/%7Euser//x;v=1",
                "https://example.com?" + word + "=https%3A%2F%2Fother.example%2F");
        for (String url : urls) {
            String code = Links.made(service, Map.of("url", url));
            Links.follow(service, code).header("Location").isEqualTo(url);
            Links.details(service, code).field("url").isEqualTo(url);
        }
    }

    @Test
    @Visible
    @DisplayName("An unknown code answers 404")
    void doesNotKnowEveryCode() {
        String nobody = Links.freshAlias();

        Links.follow(service, nobody).hasStatus(404);
        Links.details(service, nobody).hasStatus(404);
    }

    @Test
    @DisplayName("Each redirect counts as one hit; looking counts as none")
    void countsRedirects() {
        String code = Links.made(service, Map.of("url", Links.freshUrl()));
        String other = Links.made(service, Map.of("url", Links.freshUrl()));

        for (int i = 1; i <= 3; i++) {
            Links.follow(service, code);
            assertThat(Links.hits(service, code)).as("hits after %d redirects", i).isEqualTo(i);
        }

        assertThat(Links.hits(service, other)).as("hits of a link that nobody followed").isZero();
    }
}

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("validation")
@Timeout(60)
class ValidationTests {
    private final Service service;

    ValidationTests(Service service) {
        this.service = service;
    }

    @Test
    @Visible
    @DisplayName("A body without a usable URL answers 400")
    void needsAUrl() {
        Links.create(service, Map.of()).send().hasStatus(400);
        refusesUrl("");
        refusesUrl("summer");
        refusesUrl("/summer");
        refusesUrl("example.com/summer");
    }

    @Test
    @DisplayName("Only http and https are accepted")
    void refusesOtherSchemes() {
        refusesUrl("javascript:alert(1)");
        refusesUrl("javascript://example.com/%0aalert(1)");
        refusesUrl("ftp://example.com/file");
        refusesUrl("file:///etc/passwd");
        refusesUrl("data:text/html,hello");
        refusesUrl("mailto:someone@example.com");
    }

    @Test
    @DisplayName("A URL needs a host")
    void needsAHost() {
        refusesUrl("http://");
        refusesUrl("https://?q=1");
        refusesUrl("//example.com/summer");
    }

    @Test
    @DisplayName("A URL has visible ASCII characters only: no spaces, line breaks or other control characters")
    void refusesControlCharacters() {
        refusesUrl("https://example.com/two words");
        refusesUrl("https://example.com/\r\nX-Injected: yes");
        refusesUrl("https://example.com/line\nbreak");
        refusesUrl("https://example.com/tab\there");
        refusesUrl(" https://example.com/");
        refusesUrl("https://example.com/\u0000");
        refusesUrl("https://example.com/ü");
    }

    @Test
    @DisplayName("A URL has at most 2048 characters")
    void limitsTheUrl() {
        String longest = "https://example.com/" + "x".repeat(2048 - "https://example.com/".length());

        String code = Links.made(service, Map.of("url", longest));
        Links.details(service, code).field("url").isEqualTo(longest);
        refusesUrl(longest + "x");
    }

    @Test
    @DisplayName("A body that is not JSON answers 400")
    void refusesBrokenJson() {
        for (String body : List.of("", "url=https://example.com", "{\"url\": \"https://example.com/\"", "{'url': 1}")) {
            service.post("/links").body("application/json", body).send().hasStatus(400);
        }
    }

    @Test
    @DisplayName("JSON of the wrong type answers 400")
    void refusesWrongTypes() {
        for (Object body : Arrays.asList(List.of(Links.freshUrl()), Links.freshUrl(), 42, true, null)) {
            service.post("/links").json(body).send().hasStatus(400);
        }
        for (Object url : List.of(42, true, List.of(Links.freshUrl()), Map.of("href", Links.freshUrl()))) {
            Links.create(service, Map.of("url", url)).send().hasStatus(400);
        }
        refuses("alias", 12345);
        refuses("alias", List.of("summer"));
    }

    @Test
    @DisplayName("An alias has 3 to 32 letters, digits, _ and -")
    void refusesBadAliases() {
        refuses("alias", "");
        refuses("alias", "ab");
        refuses("alias", "x".repeat(33));
        for (String alias : List.of("two words", "a/b", "summer!", "sömmer", "summer\n", "..%2f")) {
            refuses("alias", alias);
        }
    }

    @Test
    @DisplayName("The shortest and the longest alias are accepted")
    void acceptsAliasesAtTheLimits() {
        String shortest = Fresh.word(3);
        String longest = Fresh.word(30) + "_-";
        for (String alias : List.of(shortest, longest)) {
            Links.create(service, Map.of("url", Links.freshUrl(), "alias", alias))
                    .send()
                    .hasStatus(201)
                    .field("code")
                    .isEqualTo(alias);
        }
    }

    @Test
    @DisplayName("The alias links is refused")
    void reservesItsOwnPath() {
        refuses("alias", "links");
    }

    @Test
    @DisplayName("An expiry that is not an instant answers 400")
    void refusesBadExpiries() {
        for (Object expiry : List.of(
                "tomorrow",
                "",
                "1 Sep 2031",
                "2031-09-01",
                "2031-09-01T00:00:00",
                "2031-13-01T00:00:00Z",
                "2031-02-30T00:00:00Z",
                1_935_000_000,
                true)) {
            refuses("expiresAt", expiry);
        }
    }

    @Test
    @DisplayName("null means left out, and unknown fields are ignored")
    void toleratesNullAndUnknownFields() {
        Map<String, Object> fields = new HashMap<>(Map.of("url", Links.freshUrl(), "campaign", Map.of("id", 7)));
        fields.put("alias", null);
        fields.put("expiresAt", null);

        Links.create(service, fields).send().hasStatus(201).field("hits").isEqualTo(0);
    }

    @Test
    @DisplayName("A refused request takes no alias")
    void changesNothingWhenItRefuses() {
        String alias = Links.freshAlias();

        Links.create(service, Map.of("url", "summer", "alias", alias)).send().hasStatus(400);
        Links.create(service, Map.of("url", Links.freshUrl(), "alias", alias, "expiresAt", "soon"))
                .send()
                .hasStatus(400);

        Links.details(service, alias).hasStatus(404);
        Links.made(service, Map.of("url", Links.freshUrl(), "alias", alias));
    }

    @Test
    @DisplayName("Every refusal says why")
    void explainsEveryRefusal() {
        String alias = Links.freshAlias();
        Links.made(service, Map.of("url", Links.freshUrl(), "alias", alias, "expiresAt", "2020-01-01T00:00:00Z"));

        explains(Links.create(service, Map.of()).send(), 400);
        explains(Links.create(service, Map.of("url", Links.freshUrl(), "alias", "-")).send(), 400);
        explains(Links.create(service, Map.of("url", Links.freshUrl(), "alias", alias)).send(), 409);
        explains(Links.details(service, Links.freshAlias()), 404);
        explains(Links.follow(service, Links.freshAlias()), 404);
        explains(Links.follow(service, alias), 410);
    }

    private static void explains(Reply refusal, int status) {
        refusal.hasStatus(status).hasContentType("application/json");
        if (refusal.text("error").isBlank()) {
            throw refusal.failure("expected the field error to say why");
        }
    }

    private void refusesUrl(String url) {
        Links.create(service, Map.of("url", url)).send().hasStatus(400);
    }

    /** A request in which only this field is wrong. */
    private void refuses(String field, Object value) {
        Links.create(service, Map.of("url", Links.freshUrl(), field, value)).send().hasStatus(400);
    }
}

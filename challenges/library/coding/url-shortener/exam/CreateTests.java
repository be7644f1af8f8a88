import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("correctness")
@Timeout(60)
class CreateTests {
    private final Service service;

    CreateTests(Service service) {
        this.service = service;
    }

    @Test
    @Visible
    @DisplayName("A new link answers 201 with its code, URL and no hits")
    void createsALink() {
        String url = Links.freshUrl();

        Reply made = Links.create(service, Map.of("url", url)).send().hasStatus(201).hasContentType("application/json");

        String code = made.text("code");
        assertThat(code).as("the code of a new link").matches("[A-Za-z0-9_-]{3,32}");
        made.field("url").isEqualTo(url);
        made.field("hits").isEqualTo(0);
        made.header("Location").isEqualTo("/links/" + code);
    }

    @Test
    @Visible
    @DisplayName("A link can be looked at")
    void showsALink() {
        String url = Links.freshUrl();
        String code = Links.made(service, Map.of("url", url));

        Reply shown = Links.details(service, code).hasStatus(200).hasContentType("application/json");

        shown.field("code").isEqualTo(code);
        shown.field("url").isEqualTo(url);
        shown.field("hits").isEqualTo(0);
        shown.field("expiresAt").isNull();
    }

    @Test
    @DisplayName("The same URL twice makes two links")
    void makesANewLinkEachTime() {
        String url = Links.freshUrl();

        String first = Links.made(service, Map.of("url", url));
        String second = Links.made(service, Map.of("url", url));

        assertThat(second).as("the code of the second link to %s", url).isNotEqualTo(first);
    }

    @Test
    @DisplayName("An alias becomes the code")
    void takesAnAlias() {
        String alias = Links.freshAlias();

        Reply made = Links.create(service, Map.of("url", Links.freshUrl(), "alias", alias)).send().hasStatus(201);

        made.field("code").isEqualTo(alias);
        made.header("Location").isEqualTo("/links/" + alias);
        Links.details(service, alias).hasStatus(200);
    }

    @Test
    @Visible
    @DisplayName("A taken alias answers 409 and stays with its first owner")
    void refusesATakenAlias() {
        String alias = Links.freshAlias();
        String first = Links.freshUrl();
        Links.made(service, Map.of("url", first, "alias", alias));

        Links.create(service, Map.of("url", Links.freshUrl(), "alias", alias)).send().hasStatus(409);

        Links.details(service, alias).hasStatus(200).field("url").isEqualTo(first);
    }

    @Test
    @DisplayName("A generated code cannot be taken as an alias")
    void refusesACodeAsAlias() {
        String code = Links.made(service, Map.of("url", Links.freshUrl()));

        Links.create(service, Map.of("url", Links.freshUrl(), "alias", code)).send().hasStatus(409);
    }

    @Test
    @DisplayName("Aliases that differ in case are two links")
    void tellsCaseApart() {
        String lower = Links.freshAlias();
        String upper = "A" + lower.substring(1);
        String lowerUrl = Links.freshUrl();
        String upperUrl = Links.freshUrl();

        Links.made(service, Map.of("url", lowerUrl, "alias", lower));
        Links.made(service, Map.of("url", upperUrl, "alias", upper));

        Links.details(service, lower).hasStatus(200).field("url").isEqualTo(lowerUrl);
        Links.details(service, upper).hasStatus(200).field("url").isEqualTo(upperUrl);
    }
}

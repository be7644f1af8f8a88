import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import dev.assay.exam.Weight;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An exam of what exams do, run while the examiner's image is built so that its classes are loaded and linked beforehand. */
@Category("warm-up")
class WarmUpTests {
    private final Service service;

    WarmUpTests(Service service) {
        this.service = service;
    }

    @BeforeEach
    void setUp() {
        assertThat(Fresh.word()).isNotEmpty();
    }

    @Test
    @Visible
    @Weight(2)
    @DisplayName("Sends and reads JSON")
    void sendsAndReadsJson() {
        var reply = service.post("/echo").json(Map.of("name", Fresh.word(), "list", List.of(1, 2))).send();
        reply.hasStatus(200).hasContentType("application/json").field("name").isNotNull();
        assertThat(reply.list("list")).hasSize(2);
    }

    @Test
    void callsConcurrently() {
        var replies = service.concurrently(16, i -> service.get("/echo?n=" + i).send());
        assertThat(replies).hasSize(16).allSatisfy(reply -> reply.hasStatusIn(200, 404));
    }

    @Test
    void controls() {
        service.restart();
        assertThat(service.usage().processes()).isPositive();
        assertThat(service.burst(2, i -> service.put("/echo?n=" + i), service::crash)).isNotEmpty();
    }

    @Test
    void fails() {
        service.delete("/echo").send().hasStatus(418);
    }

    @Test
    void failsOnText() {
        assertThat(service.put("/echo").json(Map.of("name", "a")).send().text("name"))
                .as("the name")
                .isEqualTo("b");
    }
}

package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.runner.environment.EnvironmentsPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the documentation says of the environments is what their images say. */
class EnvironmentsPageIT {

    @RegisterExtension
    static final RealEngine engine = new RealEngine();

    @Test
    void thePageInTheRepositoryIsTrue() throws IOException {
        String committed = Files.readString(Path.of("..", "docs", "environments.md"));

        assertThat(engine.runner().environmentsPage(line -> {}))
                .as("docs/environments.md differs from what is in the images; rewrite it with: "
                        + EnvironmentsPage.COMMAND)
                .isEqualTo(committed);
    }
}

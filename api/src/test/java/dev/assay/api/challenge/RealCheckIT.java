package dev.assay.api.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.api.AssayApplication;
import dev.assay.api.access.CurrentMember;
import dev.assay.api.access.Role;
import dev.assay.api.catalog.Catalog;
import dev.assay.api.catalog.PackageKind;
import dev.assay.api.judging.JudgingService;
import dev.assay.api.rest.IdempotencyKey;
import dev.assay.api.startup.StartUp;
import dev.assay.api.testing.TestArchives;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The way of a package through the whole program, with a real engine. */
class RealCheckIT {

    private static final CurrentMember MEMBER =
            new CurrentMember("m", "org", "Ada", "ada@example.org", Set.of(Role.RECRUITER), false);

    @TempDir
    Path data;

    private ConfigurableApplicationContext program;

    @BeforeEach
    void start() {
        program = new SpringApplicationBuilder(AssayApplication.class)
                .run(
                        "--assay.port=0",
                        "--assay.console=false",
                        "--assay.data-folder=" + data,
                        "--logging.file.name=" + data.resolve("assay.log"),
                        "--assay.runner.enabled=true",
                        "--assay.runner.warm-memory-mib=0",
                        "--assay.library="
                                + Path.of("../challenges/library")
                                        .toAbsolutePath()
                                        .normalize());
        program.getBean(StartUp.class).done().block();
        String unavailable =
                program.getBean(JudgingService.class).unavailableBecause().block();
        assumeTrue(unavailable == null, () -> "SKIPPED checking on a real engine: " + unavailable);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void aPackageIsCheckedThroughARestartAndOneThatLiesIsFound() {
        Upload good = upload("good", TestArchives.challenge("acme-notes"));
        await().atMost(Duration.ofMinutes(5)).until(() -> state(good) == Upload.State.CHECKING);
        stop();
        start();
        Upload lying = upload(
                "lying", TestArchives.challenge("acme-lies", Map.of("mutants/node-empty-text/mutant.yaml", """
                                environment: node
                                idea: Takes an empty text for a note.
                                fails: [NoteTests.keepsANote]
                                edits:
                                  - file: main.js
                                    find: "typeof text !== 'string' || text === ''"
                                    replace: "typeof text !== 'string'"
                                """)));
        await().atMost(Duration.ofMinutes(10)).until(() -> state(good) == Upload.State.READY);
        await().atMost(Duration.ofMinutes(10)).until(() -> state(lying) == Upload.State.FAILED);

        assertThat(uploads().byId(good.id()).block().findings().sources()).hasSize(9);
        program.getBean(Uploading.class).publish(MEMBER, good.id()).block();
        assertThat(program.getBean(Catalog.class)
                        .entry("org", PackageKind.CHALLENGE, "acme-notes")
                        .block()
                        .version())
                .isEqualTo(good.entry().version());
        List<String> problems = uploads().byId(lying.id()).block().findings().sources().stream()
                .flatMap(source -> source.problems().stream())
                .toList();
        assertThat(problems).singleElement().asString().contains("which mutant.yaml says it fails");
    }

    private Upload upload(String key, byte[] archive) {
        return program.getBean(Uploading.class)
                .receive(MEMBER, "package.zip", archive, IdempotencyKey.of(key))
                .block();
    }

    private Upload.State state(Upload upload) {
        return uploads().byId(upload.id()).block().state();
    }

    private Uploads uploads() {
        return program.getBean(Uploads.class);
    }
}

package dev.assay.api.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.assay.api.testing.CandidateTest;
import dev.assay.api.testing.TestCandidate;
import dev.assay.api.testing.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@CandidateTest
class WorkspaceApiTest {

    private static final String EDITS = "/items/1/edits";

    @Autowired
    World world;

    @Test
    void showsTheTaskWithoutItsExamAndTheRubricWithoutItsAnchors() {
        TestCandidate candidate = world.started(world.organization());

        String coding =
                TestCandidate.bodyOf(candidate.get("/items/1").expectStatus().isOk());
        String design =
                TestCandidate.bodyOf(candidate.get("/items/2").expectStatus().isOk());

        assertThat(JsonPath.<String>read(coding, "$.statement")).isEqualTo("# Echo");
        assertThat(JsonPath.<String>read(coding, "$.workspace.environment")).isEqualTo("java");
        assertThat(JsonPath.<Integer>read(coding, "$.limits.buildSeconds")).isEqualTo(60);
        assertThat(coding).doesNotContain("EchoTests");
        assertThat(JsonPath.<List<String>>read(design, "$.workspace.files[*].path"))
                .containsExactly("api.md", "storage.md");
        assertThat(JsonPath.<String>read(design, "$.criteria[1].question")).isEqualTo("Is it deep?");
        assertThat(design).doesNotContain("everything").doesNotContain("anchors");
    }

    @Test
    void whatATaskNeedsIsMadeReadyWhenItIsOpenedAndWhenAnotherEnvironmentIsChosen() {
        TestCandidate candidate = world.started(world.organization());
        world.engine().reset();

        candidate.get("/items/1").expectStatus().isOk();
        assertThat(world.engine().expected()).containsExactly("java");
        candidate.get("/items/2").expectStatus().isOk();
        assertThat(world.engine().expected()).containsExactly("java");
        candidate
                .put("/items/1/environment", Map.of("environment", "python"))
                .expectStatus()
                .isOk();
        assertThat(world.engine().expected()).containsExactly("java", "python");
    }

    @Test
    void aSaveHasAReceiptAndIsThereAfterwards() {
        TestCandidate candidate = world.started(world.organization());

        candidate
                .write("1", 0, "Main.java", "abc")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.revision")
                .isEqualTo(1)
                .jsonPath("$.hash")
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
                .jsonPath("$.at")
                .isEqualTo(world.clock().instant().toString());
        assertThat(candidate.<String>read("/items/1", "$.workspace.files[0].text"))
                .isEqualTo("abc");
    }

    @Test
    void theSameEditIdGetsTheSameReceiptEvenAfterTheEnd() {
        TestCandidate candidate = world.started(world.organization());
        String editId = UUID.randomUUID().toString();
        String receipt = TestCandidate.bodyOf(candidate
                .edit("1", editId, 0, "Main.java", "one")
                .expectStatus()
                .isOk());

        String again = TestCandidate.bodyOf(candidate
                .edit("1", editId, 0, "Main.java", "one")
                .expectStatus()
                .isOk());
        candidate.write("1", 1, "Main.java", "two").expectStatus().isOk();
        world.clock().advance(Duration.ofHours(2));
        String late = TestCandidate.bodyOf(candidate
                .edit("1", editId, 0, "Main.java", "one")
                .expectStatus()
                .isOk());

        assertThat(again).isEqualTo(receipt);
        assertThat(late).isEqualTo(receipt);
        assertThat(candidate.<String>read("/items/1", "$.workspace.files[0].text"))
                .isEqualTo("two");
    }

    @Test
    void theSameEditIdSentManyTimesAtOnceIsOneEdit() throws Exception {
        TestCandidate candidate = world.started(world.organization());
        String editId = UUID.randomUUID().toString();

        List<String> receipts = atOnce(
                8,
                i -> TestCandidate.bodyOf(candidate
                        .edit("1", editId, 0, "Main.java", "x")
                        .expectStatus()
                        .isOk()));

        assertThat(receipts).containsOnly(receipts.getFirst());
        assertThat(candidate.<Integer>read("/items/1", "$.workspace.revision")).isEqualTo(1);
    }

    @Test
    void anEditIdIsNoReceiptForAnotherEdit() {
        TestCandidate candidate = world.started(world.organization());
        String editId = UUID.randomUUID().toString();
        candidate.edit("1", editId, 0, "Main.java", "stored").expectStatus().isOk();

        for (long base : List.of(0L, 1L)) {
            candidate
                    .edit("1", editId, base, "Main.java", "never stored")
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:assay:problem:idempotency-mismatch")
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("editId");
        }
        assertThat(candidate.<Integer>read("/items/1", "$.workspace.revision")).isEqualTo(1);
    }

    @Test
    void ofTwoTabsTheSecondLearnsOfTheFirst() {
        TestCandidate candidate = world.started(world.organization());
        candidate.write("1", 0, "Main.java", "first tab").expectStatus().isOk();

        candidate
                .write("1", 0, "Main.java", "second tab")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:assay:problem:workspace-conflict")
                .jsonPath("$.currentRevision")
                .isEqualTo(1);
    }

    @Test
    void manyFilesWrittenAtOnceAreAllKept() throws Exception {
        TestCandidate candidate = world.started(world.organization());

        atOnce(
                16,
                i -> TestCandidate.bodyOf(candidate
                        .write("1", 0, "file" + i, "text " + i)
                        .expectStatus()
                        .isOk()));

        assertThat(candidate.<Integer>read("/items/1", "$.workspace.revision")).isEqualTo(16);
        assertThat(candidate.<List<String>>read("/items/1", "$.workspace.files[*].path"))
                .hasSize(17);
    }

    @Test
    void eachEnvironmentKeepsItsFiles() {
        TestCandidate candidate = world.started(world.organization());
        candidate.write("1", 0, "Main.java", "mine").expectStatus().isOk();

        candidate
                .put("/items/1/environment", Map.of("environment", "python"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.files[0].path")
                .isEqualTo("main.py");
        candidate
                .put("/items/1/environment", Map.of("environment", "java"))
                .expectBody()
                .jsonPath("$.files[0].text")
                .isEqualTo("mine")
                .jsonPath("$.revision")
                .isEqualTo(3);
        candidate
                .put("/items/1/environment", Map.of("environment", "java"))
                .expectBody()
                .jsonPath("$.revision")
                .isEqualTo(3);
    }

    @Test
    void anotherAttemptsItemsAreNotThere() {
        TestCandidate candidate = world.started(world.organization());

        candidate.get("/items/3").expectStatus().isNotFound();
        candidate.write("nothing", 0, "Main.java", "x").expectStatus().isNotFound();
    }

    @Test
    void aFileCanBeDeleted() {
        TestCandidate candidate = world.started(world.organization());

        candidate
                .post(EDITS, edit("\"path\":\"Main.java\",\"deleted\":true"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.hash")
                .isEmpty();
        assertThat(candidate.<List<Object>>read("/items/1", "$.workspace.files"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "path":{"$where":"sleep(1)"},"text":"x"     | path
            "path":"Main.java","text":{"$gt":""}        | text
            "path":"Main.java","text":["x"]             | text
            "path":"Main.java","text":1                 | text
            "path":"Main.java","text":"a\\u0000b"       | text
            "path":"Main.java","text":"\\ud800"         | text
            "path":"a\\u0000b","text":"x"               | path
            "path":"../x","text":"x"                    | path
            "path":"Main.java"                          | text
            "path":"Main.java","text":"x","deleted":true| text
            "path":null,"text":"x"                      | path
            "path":"Main.java","text":"x","$set":{}     | $set
            """)
    void namesTheFieldThatIsAtFault(String fields, String field) {
        TestCandidate candidate = world.started(world.organization());

        String problem = TestCandidate.bodyOf(
                candidate.post(EDITS, edit(fields)).expectStatus().is4xxClientError());

        assertThat(JsonPath.<List<String>>read(problem, "$.errors[*].field")).contains(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"editId\":{\"$ne\":null}}",
                "{\"editId\":\"not a uuid\",\"path\":\"x\"}",
                "{\"baseRevision\":-1}",
                "{\"baseRevision\":\"0\"}",
                "{\"baseRevision\":1e400}",
                "{\"baseRevision\":99999999999999999999}"
            })
    void aBodyThatIsNoneIsRefused(String body) {
        TestCandidate candidate = world.started(world.organization());

        candidate.post(EDITS, body).expectStatus().is4xxClientError();
    }

    @Test
    void aDeepBodyIsRefused() {
        TestCandidate candidate = world.started(world.organization());

        candidate
                .post(EDITS, "{\"path\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}")
                .expectStatus()
                .is4xxClientError();
    }

    @Test
    void aHugeTextIsTooLarge() {
        TestCandidate candidate = world.started(world.organization());

        candidate
                .write("1", 0, "Main.java", "x".repeat(1_500_000))
                .expectStatus()
                .isEqualTo(413);
        candidate
                .write("1", 0, "Main.java", "x".repeat(5_000_000))
                .expectStatus()
                .isEqualTo(413);
        assertThat(candidate.<Integer>read("/items/1", "$.workspace.revision")).isZero();
    }

    private static String edit(String fields) {
        return "{\"editId\":\"" + UUID.randomUUID() + "\",\"baseRevision\":0," + fields + "}";
    }

    private interface Call<T> {
        T call(int number) throws Exception;
    }

    private static <T> List<T> atOnce(int times, Call<T> call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, times)
                    .mapToObj(i -> threads.submit(() -> call.call(i)))
                    .toList();
            List<T> results = new java.util.ArrayList<>();
            for (var one : calls) {
                results.add(one.get());
            }
            return results;
        }
    }
}

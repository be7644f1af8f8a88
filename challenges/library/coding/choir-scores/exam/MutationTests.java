import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Category("mutations")
class MutationTests {
    private static final String ADD_SCORE =
            """
            mutation ($input: ScoreInput!) {
              addScore(input: $input) { __typename ... on Score { title } ... on InvalidScore { problems { field message } } }
            }
            """;

    private final Service service;
    private final Choir choir;

    MutationTests(Service service) {
        this.service = service;
        this.choir = new Choir(service);
    }

    @Test
    @Visible
    @DisplayName("A singer borrows a copy")
    void lends() {
        String name = "Alma " + Fresh.word();
        String singer = choir.addSinger(name);
        String score = choir.addScore(2);

        Reply lent = choir.lend(score, singer);

        lent.field("/data/lend/__typename").isEqualTo("Copy");
        lent.field("/data/lend/number").isEqualTo(1);
        lent.field("/data/lend/borrower/name").isEqualTo(name);
        lent.field("/data/lend/score/copiesLeft").isEqualTo(1);
        Reply shown = choir.get(
                "query ($id: ID!) { singer(id: $id) { id name voice copies { number score { id } } } }", Map.of("id", singer));
        shown.field("/data/singer")
                .isEqualTo(Map.of(
                        "id", singer, "name", name, "voice", "ALTO",
                        "copies", List.of(Map.of("number", 1, "score", Map.of("id", score)))));
    }

    @Test
    @Visible
    @DisplayName("A score without copies and title is not added, and the answer says why")
    void refusesAScore() {
        Reply refused = choir.get(ADD_SCORE, Map.of("input", Choir.score(" ", "Jan", 0)));

        refused.field("/data/addScore/__typename").isEqualTo("InvalidScore");
        fieldsWithProblems(refused, "title", "copies");
    }

    @Test
    @Visible
    @DisplayName("A singer gets no second copy of a score, and no copy when none is left")
    void refusesToLend() {
        String score = choir.addScore(1);
        String first = choir.addSinger();
        choir.lent(score, first);

        Reply again = choir.lend(score, first);
        again.field("/data/lend/__typename").isEqualTo("NotLent");
        again.field("/data/lend/reason").isEqualTo("HAS_ONE");
        assertThat(again.text("/data/lend/message")).as("message").isNotBlank();
        choir.lend(score, choir.addSinger()).field("/data/lend/reason").isEqualTo("NONE_LEFT");
    }

    @Test
    @DisplayName("Of several reasons the first one is told")
    void tellsTheFirstReason() {
        String altos = choir.addScore(Map.of(
                "title", "Nocturne " + Fresh.word(), "composer", "Karl", "voices", List.of("SOPRANO", "ALTO"), "copies", 1));
        String alto = choir.addSinger();
        String bass = choir.addSinger("Bruno " + Fresh.word(), "BASS");

        choir.lend("no-such", "no-such").field("/data/lend/reason").isEqualTo("NO_SUCH_SCORE");
        choir.lend(altos, "no-such").field("/data/lend/reason").isEqualTo("NO_SUCH_SINGER");
        choir.lend(altos, bass).field("/data/lend/reason").isEqualTo("WRONG_VOICE");
        assertThat(choir.lent(altos, alto)).as("number of the copy").isEqualTo(1);
        choir.lend(altos, bass).field("/data/lend/reason").isEqualTo("WRONG_VOICE");
        choir.lend(altos, alto).field("/data/lend/reason").isEqualTo("HAS_ONE");
    }

    @Test
    @DisplayName("All problems of a score are told, in the order of its fields, and it is not added")
    void tellsAllProblems() {
        String composer = "Lotte " + Fresh.word();
        String long100 = "x".repeat(100);
        invalid(Map.of("title", "", "composer", "\t ", "voices", List.of(), "copies", 201), "title", "composer", "voices", "copies");
        invalid(Map.of("title", long100 + "x", "composer", composer, "voices", Choir.ALL_VOICES, "copies", -1), "title", "copies");
        invalid(Map.of("title", "Duet", "composer", composer, "voices", List.of("ALTO", "ALTO"), "copies", 1), "voices");
        invalid(Map.of("title", "Duet", "composer", long100 + "x", "voices", Choir.ALL_VOICES, "copies", 1), "composer");
        choir.page(composer, 1, null).field("/data/scores/totalCount").isEqualTo(0);

        choir.get(ADD_SCORE, Map.of("input", Choir.score(long100, composer, 200)))
                .field("/data/addScore")
                .isEqualTo(Map.of("__typename", "Score", "title", long100));
        choir.page(composer, 1, null).field("/data/scores/totalCount").isEqualTo(1);
    }

    @Test
    @DisplayName("What was given back is lent again, the lowest number first")
    void lendsTheLowestNumber() {
        String score = choir.addScore(3);
        List<String> singers = List.of(choir.addSinger(), choir.addSinger(), choir.addSinger());
        singers.forEach(singer -> choir.lent(score, singer));

        Reply given = choir.giveBack(score, 2).hasNoField("errors");
        given.field("/data/giveBack/number").isEqualTo(2);
        given.field("/data/giveBack/borrower").isNull();
        choir.giveBack(score, 1).hasNoField("errors");

        assertThat(choir.lent(score, singers.get(1))).as("number of the next copy").isEqualTo(1);
        assertThat(choir.lent(score, choir.addSinger())).as("number of the copy after that").isEqualTo(2);
        choir.get("query ($id: ID!) { singer(id: $id) { copies { number } } }", Map.of("id", singers.get(0)))
                .field("/data/singer/copies")
                .isEqualTo(List.of());
    }

    @Test
    @DisplayName("When many ask at the same time, each copy is lent to one of them")
    void lendsEachCopyOnce() {
        List<String> singers = IntStream.range(0, 12).mapToObj(_ -> choir.addSinger()).toList();
        for (int round = 0; round < 3; round++) {
            String score = choir.addScore(4);

            List<Reply> replies = service.concurrently(singers.size(), i -> choir.lend(score, singers.get(i)));

            assertThat(replies.stream()
                            .filter(reply -> reply.text("/data/lend/__typename").equals("Copy"))
                            .map(reply -> reply.number("/data/lend/number")))
                    .as("numbers of the copies that twelve singers were given")
                    .containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
        }
    }

    private void invalid(Map<String, ?> input, String... fields) {
        fieldsWithProblems(choir.get(ADD_SCORE, Map.of("input", input)), fields);
    }

    private static void fieldsWithProblems(Reply reply, String... fields) {
        List<?> problems = reply.list("/data/addScore/problems");
        assertThat(problems.stream().map(problem -> ((Map<?, ?>) problem).get("field")))
                .as("fields with problems")
                .isEqualTo(List.of(fields));
        assertThat(problems.stream().map(problem -> String.valueOf(((Map<?, ?>) problem).get("message"))))
                .as("messages")
                .noneMatch(String::isBlank);
    }
}

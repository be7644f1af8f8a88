package dev.assay.runner.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementsTest {

    private static final String WORDS =
            "Each word of this sentence is one of the many that a statement needs.\n".repeat(10);
    private static final String EXAMPLE = "```http\nGET /a HTTP/1.1\nX: <b>[c](d)\n```\n";

    @Test
    void findsNothingInAGoodOne() {
        assertThat(Statements.problems(WORDS + EXAMPLE
                        + "See [RFC 9110](https://www.rfc-editor.org/rfc/rfc9110), `<id>` and [below](#below).\n"))
                .isEmpty();
    }

    @Test
    void asksForWordsAndAnExample() {
        assertThat(Statements.problems("Do it.\n"))
                .containsExactly(
                        "statement.md: there is no example between ``` lines; show a request and its answer, or an input and its output",
                        "statement.md: 2 words hardly hold the task, its contract and what is graded; write at least 120");
    }

    @Test
    void findsWhatIsShownOtherwiseThanMeant() {
        assertThat(Statements.problems(WORDS + EXAMPLE + "<b>Bold</b>\n![plan](plan.png)\n```\nnever closed\n"))
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem).startsWith("statement.md:15: HTML"))
                .anySatisfy(
                        problem -> assertThat(problem).startsWith("statement.md:16: the link or picture \"plan.png\""))
                .anySatisfy(problem -> assertThat(problem).contains("never closed"));
    }
}

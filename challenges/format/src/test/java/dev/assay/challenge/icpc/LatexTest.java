package dev.assay.challenge.icpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class LatexTest {

    private static String markdown(String tex) {
        return Latex.toMarkdown(tex, name -> "5 \\cdot " + name).markdown();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '§',
            value = {
                "\\emph{a} {\\bf b} {\\it c} {\\tt d\\_e} => *a* **b** *c* `d_e`",
                "a~b --- c -- d-e => a b — c – d-e",
                "``a'' `b' it's => “a” ‘b’ it’s",
                "50\\% of \\$5 \\& \\#1 \\{x\\} => 50% of $5 & #1 {x}",
                "2 * 3 < 4_5 #6 => 2 \\* 3 \\< 4\\_5 \\#6",
                "\\'e \\\"{o} \\c{c} \\o \\ss{} \\~n => é ö ç øß ñ",
                "\\url{https://a.b/c} \\href{https://x.y}{here} \\href{http://x.y}{there}"
                        + " => [a.b/c](https://a.b/c) [here](https://x.y) there",
                "x\\footnote{really} \\verb|a_b| \\texttt{\\{\\}} => x (really) `a_b` `{}`",
                "\\vspace{1cm}a \\noindent b\\label{x} \\textcolor c => a b c",
                "a \\ldots{} b \\dots => a … b …",
                "$\\constant{n}$ => `5 · n`"
            })
    void convertsText(String tex, String expected) {
        assertThat(markdown(tex)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '§',
            value = {
                "1\\le n\\leq10^5 => 1 ≤ n ≤ 10^5",
                "10\\,000 => 10 000",
                "a_{i,j}^{2n} => a_(i,j)^(2n)",
                "\\frac{a+b}{2} \\cdot \\sqrt{x} => (a+b)/2 · √x",
                "\\texttt{s}\\leftrightarrow{}\\texttt{c} => s ↔ c",
                "\\left( x \\mod m \\right) \\neq 0 => ( x mod m ) ≠ 0",
                "\\{ a,\\ b \\} \\subseteq \\mathbb{N} => { a, b } ⊆ N",
                "\\lfloor x \\rfloor \\in S, x<y => ⌊x ⌋ ∈ S, x < y",
                "\\max(a, b) \\log n => max (a, b) log n",
                "x \\equiv 1 \\pmod{7} => x ≡ 1 (mod 7)"
            })
    void convertsFormulas(String tex, String expected) {
        assertThat(MathText.of(tex, new LeftOut())).isEqualTo(expected);
    }

    @Test
    void convertsSectionsAndLists() {
        assertThat(markdown("""
                \\section*{Input}
                Some % a comment
                text\\\\
                next line.
                \\begin{enumerate}
                  \\item One
                    with more
                  \\item Two:
                    \\begin{itemize}
                      \\item[a)] inner
                    \\end{itemize}
                \\end{enumerate}
                After.
                """)).isEqualTo("""
                ## Input

                Some text\\
                next line.

                1. One
                   with more
                2. Two:

                   - **a)** inner

                After.""");
    }

    @Test
    void keepsVerbatimTextAndDisplayedFormulas() {
        assertThat(markdown("""
                See
                \\begin{lstlisting}[language=C]
                if (a < b_1) { // 50%
                }
                \\end{lstlisting}
                $$ x = 1 $$
                \\[ y \\ge 2 \\]
                """)).isEqualTo("""
                See

                ```text
                if (a < b_1) { // 50%
                }
                ```

                `x = 1`

                `y ≥ 2`""");
    }

    @Test
    void namesWhatItLeavesOut() {
        Latex.Converted converted = Latex.toMarkdown("""
                \\illustration{0.3}{a.png}{A \\emph{picture}}
                \\begin{figure}[h]\\includegraphics[width=3cm]{b}\\caption{B}\\end{figure}
                \\begin{strange}inside\\end{strange} \\odd{kept}
                """, name -> name);

        assertThat(converted.pictures()).containsExactly("a.png", "b");
        assertThat(converted.unknown()).containsExactly("\\begin{strange}", "\\odd");
        assertThat(converted.markdown()).contains("inside", "kept").doesNotContain("picture", "width");
    }

    @Test
    void expandsTheCommandsOfAStatement() {
        assertThat(markdown("\\newcommand{\\maxn}{10^{5}}\\def\\name{\\emph{Bo}}%\n\\name: $n \\le \\maxn$, \\names."))
                .isEqualTo("*Bo*: `n ≤ 10^5`, .");
        assertThat(markdown("\\def\\a{\\a\\a}\\a")).isEmpty();
    }

    @Test
    void findsTheName() {
        assertThat(Latex.problemName("\\problemname{A \\emph{Different} Problem}"))
                .contains("A Different Problem");
        assertThat(Latex.problemName("%% plainproblemname: x^2\n\\problemname{$x^2$}"))
                .contains("x^2");
        assertThat(Latex.problemName("No name")).isEmpty();
    }

    @Test
    void survivesWhatIsBroken() {
        for (String broken : new String[] {
            "\\begin{itemize}",
            "{",
            "}",
            "$x",
            "\\",
            "\\emph",
            "\\begin{tabular}{",
            "\\verb",
            "\\frac{",
            "a\\verb|b",
            "\\item",
            "\\begin{}",
            "$\\frac$",
            "$\\begin{cases}$",
            "\\href{",
            "{".repeat(500),
            "\\begin{a}".repeat(50)
        }) {
            assertThat(markdown(broken)).as(broken).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\\bf ", "\\emph{", "\\begin{itemize}\\item ", "\\begin{a}", "\\footnote{\\textbf{"})
    void namesWhatIsNestedTooDeep(String begin) {
        Latex.Converted converted = Latex.toMarkdown("before " + begin.repeat(30_000), name -> name);

        assertThat(converted.markdown()).startsWith("before");
        assertThat(converted.unknown()).contains("what is nested more than 30 deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "\\sqrt", "\\frac", "x^{", "\\text{"})
    void leavesAFormulaThatIsNestedTooDeep(String begin) {
        String formula = begin.repeat(30_000) + "x";
        Latex.Converted converted = Latex.toMarkdown("$" + formula + "$ after", name -> name);

        assertThat(converted.markdown()).isEqualTo("`" + formula + "` after");
        assertThat(converted.unknown()).containsExactly("what is nested more than 50 deep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\def\\a{\\a\\a}\\def\\b{\\b\\b}",
                "\\def\\a{xx}\\def\\b{\\a\\a}\\def\\c{\\b\\b}\\c",
            })
    void fillsInWhatIsDefinedOnce(String tex) {
        assertThat(Latex.toMarkdown(tex, name -> name).unknown()).isEmpty();
    }

    @Test
    void doesNotLetDefinitionsExplode() {
        StringBuilder chain = new StringBuilder("\\def\\aa{lol}");
        for (char c = 'b'; c <= 'z'; c++) {
            chain.append("\\def\\a")
                    .append(c)
                    .append('{')
                    .append(("\\a" + (char) (c - 1)).repeat(10))
                    .append('}');
        }
        assertThat(Latex.toMarkdown(chain + "\\az end", name -> name))
                .satisfies(converted -> assertThat(converted.markdown()).hasSizeLessThan(2_000_000))
                .satisfies(converted ->
                        assertThat(converted.unknown()).contains("what makes it longer than 1048576 characters"));
        String one = "\\def\\a{" + "x".repeat(400_000) + "}" + "\\a".repeat(200_000) + " end";
        assertThat(Latex.toMarkdown(one, name -> name))
                .satisfies(converted -> assertThat(converted.markdown()).isEqualTo("end"))
                .satisfies(converted -> assertThat(converted.unknown())
                        .containsExactly("\\a", "what makes it longer than 1048576 characters"));
        assertThat(Latex.toMarkdown("\\constant{n}".repeat(50_000), name -> "9".repeat(200))
                        .unknown())
                .containsExactly("\\constant", "what makes it longer than 1048576 characters");
    }

    @Test
    void readsTheBeginningOfWhatIsVeryLong() {
        Latex.Converted converted = Latex.toMarkdown("a b ".repeat(1_250_000), name -> name);

        assertThat(converted.markdown()).hasSizeBetween(1_000_000, 1_100_000);
        assertThat(converted.unknown()).containsExactly("what makes it longer than 1048576 characters");
    }

    /** Each of them takes minutes or hours when the rest is read again for each piece. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\\",
                "\\\\ ",
                "\\(",
                "\\[",
                "\\\\[",
                "$ \\\\",
                "$$ $ ",
                "\\$$",
                "\\verb|",
                "\\item[",
                "\\constant{",
                "\\begin{verbatim}%",
                "\\begin{tabular}{c}\\cline{",
                "\\begin{tabular}{c}a & \\end{tabular}",
                "\\begin{figure}\\includegraphics[",
                "\\newcommand",
                "\\begin{a}\\end{a}",
                "a\n",
                "|",
                "'",
                "%",
                "% \n"
            })
    void readsWhatIsRepeatedInOnePass(String piece) {
        String many = piece.repeat(400_000 / piece.length());

        assertThat(markdown(many)).isNotNull();
        assertThat(markdown("\\begin{tabular}{c}" + many)).isNotNull();
        assertThat(markdown("\\begin{itemize}\\item ".repeat(25) + many)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"![", "![](", "![](a", "![](){", "[", "[a](", "<a", "$", "$$", "$a", "{{a", "`a", " "})
    void readsWhatIsRepeatedInMarkdownInOnePass(String piece) {
        assertThat(Markdown.toMarkdown(piece.repeat(400_000 / piece.length()), name -> name)
                        .markdown())
                .isNotNull();
    }

    @Test
    void makesNoTagOfWhatStoodAroundOne() {
        assertThat(Markdown.toMarkdown("<scr<b>ipt> 1 <a 2 `<b>` 3<4 <i", name -> name)
                        .markdown())
                .isEqualTo("ipt> 1 <a 2 `<b>` 3<4 <i");
    }

    @Test
    void namesOnlySomeOfVeryMany() {
        StringBuilder tex = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            tex.append("\\")
                    .append("odd".repeat(1 + i % 100))
                    .append((char) ('a' + i % 26))
                    .append(' ');
        }
        assertThat(Latex.toMarkdown(tex.toString(), name -> name).unknown())
                .hasSizeLessThan(50)
                .contains("and others")
                .allMatch(name -> name.length() < 100);
    }

    /** Half of one could not be written into a file. */
    @ParameterizedTest
    @ValueSource(strings = {"\\emph😀", "\\😀", "\\verb😀a😀", "\\'{😀}", "\\'😀", "$\\frac😀x$", "$\\😀$", "$x^😀$"})
    void keepsCharactersWhole(String tex) {
        Latex.Converted converted = Latex.toMarkdown(tex, name -> name);

        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(converted.markdown() + converted.unknown()))
                .as(converted.toString())
                .isTrue();
    }
}

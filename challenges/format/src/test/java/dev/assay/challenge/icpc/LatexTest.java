package dev.assay.challenge.icpc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(MathText.of(tex)).isEqualTo(expected);
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
}

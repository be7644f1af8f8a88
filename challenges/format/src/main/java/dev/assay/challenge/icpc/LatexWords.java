package dev.assay.challenge.icpc;

import java.util.Map;
import java.util.Set;

/** The names of LaTeX that statements use, by what becomes of them. */
final class LatexWords {

    static final Set<String> PICTURES = Set.of("figure", "figure*", "wrapfigure", "tikzpicture", "picture", "asy");
    static final Set<String> TRANSPARENT = Set.of(
            "center",
            "flushleft",
            "flushright",
            "minipage",
            "small",
            "samepage",
            "document",
            "centering",
            "quote",
            "quotation",
            "table",
            "multicols",
            "adjustbox");
    static final Set<String> VERBATIM = Set.of("verbatim", "lstlisting", "alltt", "Verbatim");
    static final Set<String> LISTS = Set.of("itemize", "enumerate", "description", "compactitem", "compactenum");
    static final Set<String> TABLES = Set.of("tabular", "tabular*", "tabularx", "array", "longtable");
    static final Set<String> DISPLAYS = Set.of(
            "equation",
            "equation*",
            "align",
            "align*",
            "displaymath",
            "gather",
            "gather*",
            "math",
            "eqnarray",
            "multline*");

    /** Nothing is left of them, and of so many arguments. */
    static final Map<String, Integer> SILENT = Map.ofEntries(
            Map.entry("noindent", 0),
            Map.entry("medskip", 0),
            Map.entry("bigskip", 0),
            Map.entry("smallskip", 0),
            Map.entry("newpage", 0),
            Map.entry("clearpage", 0),
            Map.entry("centering", 0),
            Map.entry("par", 0),
            Map.entry("hfill", 0),
            Map.entry("vfill", 0),
            Map.entry("protect", 0),
            Map.entry("raggedright", 0),
            Map.entry("tiny", 0),
            Map.entry("scriptsize", 0),
            Map.entry("footnotesize", 0),
            Map.entry("small", 0),
            Map.entry("normalsize", 0),
            Map.entry("large", 0),
            Map.entry("Large", 0),
            Map.entry("LARGE", 0),
            Map.entry("huge", 0),
            Map.entry("Huge", 0),
            Map.entry("sloppy", 0),
            Map.entry("nolinebreak", 0),
            Map.entry("linebreak", 0),
            Map.entry("pagebreak", 0),
            Map.entry("hline", 0),
            Map.entry("/", 0),
            Map.entry("-", 0),
            Map.entry("normalfont", 0),
            Map.entry("displaystyle", 0),
            Map.entry("xspace", 0),
            Map.entry("vspace", 1),
            Map.entry("vspace*", 1),
            Map.entry("hspace", 1),
            Map.entry("hspace*", 1),
            Map.entry("label", 1),
            Map.entry("ref", 1),
            Map.entry("cline", 1),
            Map.entry("input", 1),
            Map.entry("usepackage", 1),
            Map.entry("setlength", 2),
            Map.entry("problemname", 1),
            Map.entry("vskip", 0),
            Map.entry("thispagestyle", 1),
            Map.entry("bibliographystyle", 1),
            Map.entry("phantom", 1),
            Map.entry("selectlanguage", 1));

    static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("ldots", "…"),
            Map.entry("dots", "…"),
            Map.entry("textellipsis", "…"),
            Map.entry("LaTeX", "LaTeX"),
            Map.entry("TeX", "TeX"),
            Map.entry("textbackslash", "\\\\"),
            Map.entry("textasciitilde", "~"),
            Map.entry("textasciicircum", "^"),
            Map.entry("textless", "\\<"),
            Map.entry("textgreater", ">"),
            Map.entry("textbar", "|"),
            Map.entry("textendash", "–"),
            Map.entry("textemdash", "—"),
            Map.entry("ss", "ß"),
            Map.entry("o", "ø"),
            Map.entry("O", "Ø"),
            Map.entry("aa", "å"),
            Map.entry("AA", "Å"),
            Map.entry("ae", "æ"),
            Map.entry("AE", "Æ"),
            Map.entry("l", "ł"),
            Map.entry("L", "Ł"),
            Map.entry("i", "i"),
            Map.entry("j", "j"),
            Map.entry("euro", "€"),
            Map.entry("pounds", "£"),
            Map.entry("textdegree", "°"),
            Map.entry("copyright", "©"),
            Map.entry("textbullet", "•"),
            Map.entry("S", "§"),
            Map.entry("quad", " "),
            Map.entry("qquad", " "),
            Map.entry("newline", "\\\n"),
            Map.entry("\\", "\\\n"),
            Map.entry(" ", " "),
            Map.entry(",", " "),
            Map.entry("%", "%"),
            Map.entry("&", "&"),
            Map.entry("$", "$"),
            Map.entry("#", "#"),
            Map.entry("{", "{"),
            Map.entry("}", "}"),
            Map.entry("_", "\\_"),
            Map.entry("\n", " "),
            Map.entry("@", ""));

    static final Map<Character, Character> ACCENTS = Map.of(
            '"', '\u0308', '\'', '\u0301', '`', '\u0300', '^', '\u0302', '~', '\u0303', 'c', '\u0327', 'v', '\u030c',
            'H', '\u030b', 'r', '\u030a', '=', '\u0304');

    private LatexWords() {}
}

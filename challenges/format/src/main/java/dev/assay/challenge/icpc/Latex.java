package dev.assay.challenge.icpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of LaTeX that statements are written in, as Markdown. What it does not know it keeps the words of, and names. */
final class Latex {

    private static final Set<String> PICTURES =
            Set.of("figure", "figure*", "wrapfigure", "tikzpicture", "picture", "asy");
    private static final Set<String> TRANSPARENT = Set.of(
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
    private static final Set<String> VERBATIM = Set.of("verbatim", "lstlisting", "alltt", "Verbatim");
    private static final Set<String> LISTS =
            Set.of("itemize", "enumerate", "description", "compactitem", "compactenum");
    private static final Set<String> TABLES = Set.of("tabular", "tabular*", "tabularx", "array", "longtable");
    private static final Set<String> DISPLAYS = Set.of(
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
    private static final Map<String, Integer> SILENT = Map.ofEntries(
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

    private static final Map<String, String> SYMBOLS = Map.ofEntries(
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

    private static final Map<Character, Character> ACCENTS = Map.of(
            '"', '\u0308', '\'', '\u0301', '`', '\u0300', '^', '\u0302', '~', '\u0303', 'c', '\u0327', 'v', '\u030c',
            'H', '\u030b', 'r', '\u030a', '=', '\u0304');

    private static final Pattern PLAIN_NAME = Pattern.compile("(?m)^%% *plainproblemname: *(.+)$");
    private static final Pattern DEFINITION = Pattern.compile(
            "\\\\(?:newcommand|renewcommand|providecommand|def)\\*?\\s*\\{?\\\\([A-Za-z]+)}?\\s*(?=\\{)");
    private static final int MOST_DEFINITIONS = 100;
    private static final int MOST_EXPANDED = 1 << 20;

    private static final Pattern CONSTANT = Pattern.compile("\\\\constant\\s*\\{([^}]*)}");
    private static final Pattern COMMENT = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)%[^\\n]*(?:\\n[ \\t]*|$)");

    private final String tex;
    private final Set<String> unknown;
    private final Set<String> pictures;
    private int at;

    private Latex(String tex, Set<String> unknown, Set<String> pictures) {
        this.tex = tex;
        this.unknown = unknown;
        this.pictures = pictures;
    }

    /**
     * @param unknown commands and environments that were passed over
     * @param pictures files that were left out
     */
    record Converted(String markdown, Set<String> unknown, Set<String> pictures) {}

    /** @param constants the value of a constant by its name */
    static Converted toMarkdown(String tex, UnaryOperator<String> constants) {
        Set<String> unknown = new TreeSet<>();
        Set<String> pictures = new TreeSet<>();
        String filled = CONSTANT.matcher(withoutComments(tex))
                .replaceAll(found ->
                        Matcher.quoteReplacement(constants.apply(found.group(1).strip())));
        String body = new Latex(expanded(filled), unknown, pictures).run('\0');
        return new Converted(tidied(body), unknown, pictures);
    }

    /** Commands that the statement makes for itself, as far as they take no arguments. */
    private static String expanded(String tex) {
        String text = tex;
        Matcher made = DEFINITION.matcher(text);
        for (int i = 0; i < MOST_DEFINITIONS && made.find(); i++) {
            Latex body = new Latex(text, new TreeSet<>(), new TreeSet<>());
            body.at = made.end();
            String meaning = body.rawArgument();
            String rest = text.substring(0, made.start()) + text.substring(body.at);
            Pattern use = Pattern.compile("\\\\" + made.group(1) + "(?![A-Za-z])");
            text = use.matcher(rest).replaceAll(Matcher.quoteReplacement("{" + meaning + "}"));
            if (text.length() > MOST_EXPANDED) {
                return rest;
            }
            made = DEFINITION.matcher(text);
        }
        return text;
    }

    /** The name that a LaTeX statement gives its problem, without formatting. */
    static Optional<String> problemName(String tex) {
        Matcher plain = PLAIN_NAME.matcher(tex);
        if (plain.find()) {
            return Optional.of(plain.group(1).strip());
        }
        int command = tex.indexOf("\\problemname");
        if (command < 0) {
            return Optional.empty();
        }
        Latex latex = new Latex(tex, new TreeSet<>(), new TreeSet<>());
        latex.at = command + "\\problemname".length();
        return Optional.of(tidied(latex.argument()).replaceAll("[`*\\\\]", "").strip())
                .filter(name -> !name.isEmpty());
    }

    /** Not in verbatim text, where a percent sign is one. */
    private static String withoutComments(String tex) {
        Matcher verbatim = Pattern.compile("\\\\begin\\{(verbatim|lstlisting|alltt)}.*?\\\\end\\{\\1}", Pattern.DOTALL)
                .matcher(tex);
        StringBuilder text = new StringBuilder();
        int end = 0;
        while (verbatim.find()) {
            text.append(COMMENT.matcher(tex.substring(end, verbatim.start())).replaceAll("$1"))
                    .append(verbatim.group());
            end = verbatim.end();
        }
        return text.append(COMMENT.matcher(tex.substring(end)).replaceAll("$1")).toString();
    }

    private static String tidied(String markdown) {
        return markdown.replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("(?<!\\\\)\\\\\\n(?=\\n|$)", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private String part(String text) {
        return tidied(new Latex(text, unknown, pictures).run('\0'));
    }

    private String run(char end) {
        StringBuilder text = new StringBuilder();
        while (at < tex.length()) {
            char c = tex.charAt(at++);
            if (c == end && end != '\0') {
                break;
            }
            switch (c) {
                case '\\' -> command(text);
                case '{' -> text.append(group());
                case '}' -> {}
                case '$' -> math(text);
                case '~' -> text.append(' ');
                case '`' -> text.append(take('`') ? "“" : "‘");
                case '\'' -> text.append(take('\'') ? "”" : "’");
                case '-' -> text.append(take('-') ? (take('-') ? "—" : "–") : "-");
                case '*', '_', '<' -> text.append('\\').append(c);
                case '#' -> text.append("\\#");
                case '\n' -> {
                    text.append('\n');
                    skipBlanks();
                }
                case '\t' -> text.append(' ');
                default -> text.append(c);
            }
        }
        return text.toString();
    }

    private boolean take(char c) {
        boolean there = at < tex.length() && tex.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    /** The indentation of a line would make code of it. */
    private void skipBlanks() {
        while (at < tex.length() && (tex.charAt(at) == ' ' || tex.charAt(at) == '\t')) {
            at++;
        }
    }

    /** In braces, with a font that holds to their end. */
    private String group() {
        int start = at;
        String inside = run('}');
        String raw = tex.substring(start, Math.max(start, Math.min(at - 1, tex.length())))
                .stripLeading();
        if (raw.startsWith("\\bf") || raw.startsWith("\\bfseries")) {
            return around("**", inside);
        }
        boolean italic = raw.startsWith("\\it") && !raw.startsWith("\\item");
        if (italic || raw.startsWith("\\em ") || raw.startsWith("\\sl ")) {
            return around("*", inside);
        }
        return raw.startsWith("\\tt") ? code(inside) : inside;
    }

    private void math(StringBuilder text) {
        boolean display = take('$');
        int end = tex.indexOf(display ? "$$" : "$", at);
        while (end > 0 && tex.charAt(end - 1) == '\\') {
            end = tex.indexOf(display ? "$$" : "$", end + 1);
        }
        if (end < 0) {
            text.append('$');
            return;
        }
        formula(text, tex.substring(at, end), display);
        at = end + (display ? 2 : 1);
    }

    private static void formula(StringBuilder text, String tex, boolean display) {
        String line = MathText.of(tex).replace("`", "'");
        if (!line.isEmpty()) {
            text.append(display ? "\n\n`" : "`").append(line).append(display ? "`\n\n" : "`");
        }
    }

    private void command(StringBuilder text) {
        String name = name();
        switch (name) {
            case "begin" -> environment(text, rawArgument());
            case "end" -> rawArgument();
            case "section", "section*" ->
                text.append("\n\n## ").append(argument()).append("\n\n");
            case "subsection", "subsection*", "subsubsection", "subsubsection*", "paragraph", "paragraph*" ->
                text.append("\n\n### ").append(argument()).append("\n\n");
            case "emph", "textit", "textsl", "underline" -> text.append(around("*", argument()));
            case "textbf" -> text.append(around("**", argument()));
            case "texttt", "t", "code", "lstinline", "path" -> text.append(code(argument()));
            case "textsc",
                    "textrm",
                    "text",
                    "mbox",
                    "textsf",
                    "uppercase",
                    "textnormal",
                    "hbox",
                    "makebox",
                    "fbox",
                    "sout",
                    "enquote",
                    "textmd",
                    "textup",
                    "textsuperscript",
                    "textsubscript" -> {
                optional();
                text.append(argument());
            }
            case "verb", "verb*" -> verb(text);
            case "footnote" -> text.append(" (").append(argument()).append(')');
            case "url" -> text.append(link(rawArgument(), ""));
            case "href" -> {
                String address = rawArgument();
                text.append(link(address, argument()));
            }
            case "includegraphics" -> {
                optional();
                pictures.add(rawArgument());
            }
            case "illustration" -> {
                rawArgument();
                pictures.add(rawArgument());
                rawArgument();
            }
            case "caption" -> {
                optional();
                rawArgument();
            }
            case "epigraph" ->
                text.append("\n\n> ")
                        .append(argument())
                        .append(" — ")
                        .append(argument())
                        .append("\n\n");
            case "multirow" -> {
                rawArgument();
                rawArgument();
                text.append(argument());
            }
            case "multicolumn" -> {
                rawArgument();
                rawArgument();
                text.append(argument());
            }
            case "nextsample" -> text.append(Statement.NEXT_SAMPLE);
            case "remainingsamples" -> text.append(Statement.REMAINING_SAMPLES);
            case "(" -> until(text, "\\)", false);
            case "[" -> until(text, "\\]", true);
            case "bf", "bfseries", "it", "itshape", "tt", "ttfamily", "em", "sl", "sc", "rm" -> {}
            default -> other(text, name);
        }
    }

    private void other(StringBuilder text, String name) {
        String symbol = SYMBOLS.get(name);
        Integer silent = SILENT.get(name);
        Character accent = name.length() == 1 ? ACCENTS.get(name.charAt(0)) : null;
        if (symbol != null) {
            text.append(symbol);
            if (symbol.endsWith("\n")) {
                optional();
                skipBlanks();
                take('\n');
                skipBlanks();
            }
        } else if (silent != null) {
            optional();
            for (int i = 0; i < silent; i++) {
                rawArgument();
            }
        } else if (accent != null) {
            accent(text, accent);
        } else if (List.of("def", "newcommand", "renewcommand", "providecommand")
                .contains(name)) {
            definition(name);
        } else {
            unknown.add("\\" + name);
        }
    }

    private void accent(StringBuilder text, char mark) {
        String letter = argument();
        if (!letter.isEmpty()) {
            text.append(java.text.Normalizer.normalize(
                    letter.substring(0, 1) + mark + letter.substring(1), java.text.Normalizer.Form.NFC));
        }
    }

    /** A command that the statement makes for itself is not carried out. */
    private void definition(String name) {
        int body = tex.indexOf('{', at);
        if (body >= 0) {
            if (name.equals("def")) {
                at = body;
            } else {
                rawArgument();
                optional();
                optional();
            }
            rawArgument();
            unknown.add("\\" + name);
        }
    }

    private void verb(StringBuilder text) {
        if (at < tex.length()) {
            char fence = tex.charAt(at++);
            int end = tex.indexOf(fence, at);
            if (end > 0) {
                text.append('`').append(tex, at, end).append('`');
                at = end + 1;
            }
        }
    }

    private void until(StringBuilder text, String close, boolean display) {
        int end = tex.indexOf(close, at);
        if (end >= 0) {
            formula(text, tex.substring(at, end), display);
            at = end + close.length();
        }
    }

    // ---- environments --------------------------------------------------------------------------------------------

    private void environment(StringBuilder text, String name) {
        String body = body(name);
        if (VERBATIM.contains(name)) {
            text.append("\n\n```text\n")
                    .append(body.replaceFirst("\\A(?:\\[[^\\]\\n]*])?[ \\t]*\\n", "")
                            .stripTrailing())
                    .append("\n```\n\n");
        } else if (LISTS.contains(name)) {
            text.append("\n\n").append(list(body, name.contains("enum"))).append("\n\n");
        } else if (TABLES.contains(name)) {
            text.append("\n\n").append(table(body, name)).append("\n\n");
        } else if (DISPLAYS.contains(name)) {
            formula(text, body, true);
        } else if (PICTURES.contains(name)) {
            Matcher file = Pattern.compile("\\\\includegraphics(?:\\[[^\\]]*])?\\{([^}]*)}")
                    .matcher(body);
            pictures.add(file.find() ? file.group(1) : name);
        } else if (List.of("Input", "Output", "Interaction", "Notes", "Note").contains(name)) {
            text.append("\n\n## ")
                    .append(name)
                    .append("\n\n")
                    .append(part(body))
                    .append("\n\n");
        } else if (name.toLowerCase(Locale.ROOT).equals("aftersample")) {
            text.append(Statement.REMAINING_SAMPLES)
                    .append("\n\n")
                    .append(part(body))
                    .append("\n\n");
        } else {
            if (!TRANSPARENT.contains(name)) {
                unknown.add("\\begin{" + name + "}");
            }
            Latex inner = new Latex(body, unknown, pictures);
            inner.optional();
            if (List.of("minipage", "multicols", "adjustbox").contains(name)) {
                inner.rawArgument();
            }
            text.append("\n\n").append(tidied(inner.run('\0'))).append("\n\n");
        }
    }

    /** Up to the end of this environment, others of its name inside included. */
    private String body(String name) {
        String begin = "\\begin{" + name + "}";
        String end = "\\end{" + name + "}";
        int depth = 1;
        int from = at;
        int next = at;
        while (depth > 0) {
            int close = tex.indexOf(end, next);
            int open = tex.indexOf(begin, next);
            if (close < 0) {
                at = tex.length();
                return tex.substring(from);
            }
            if (open >= 0 && open < close) {
                depth++;
                next = open + begin.length();
            } else {
                depth--;
                next = close + end.length();
            }
        }
        at = next;
        return tex.substring(from, next - end.length());
    }

    private String list(String body, boolean numbered) {
        StringBuilder list = new StringBuilder();
        int number = 0;
        for (String item : topLevel(body, "\\item").stream().skip(1).toList()) {
            number++;
            String mark = numbered ? number + ". " : "- ";
            Latex inner = new Latex(item.stripLeading(), unknown, pictures);
            String name = inner.optional();
            String text = tidied((name.isEmpty() ? "" : "**" + part(name) + "** ")
                    + inner.run('\0').stripLeading());
            list.append(mark)
                    .append(text.replace("\n", "\n" + " ".repeat(mark.length())))
                    .append('\n');
        }
        return list.toString();
    }

    private String table(String body, String name) {
        Latex inner = new Latex(body, unknown, pictures);
        inner.optional();
        if (name.endsWith("*") || name.equals("tabularx")) {
            inner.rawArgument();
        }
        inner.rawArgument();
        StringBuilder table = new StringBuilder();
        int columns = 0;
        for (String row : topLevel(body.substring(inner.at), "\\\\")) {
            String cleaned = row.replaceAll("\\\\(?:hline|toprule|midrule|bottomrule)\\b|\\\\cline\\{[^}]*}", "")
                    .strip();
            if (cleaned.isEmpty()) {
                continue;
            }
            List<String> cells = topLevel(cleaned, "&").stream()
                    .map(cell -> part(cell).replaceAll("\\s*\\n\\s*", " ").replace("|", "\\|"))
                    .toList();
            table.append("| ").append(String.join(" | ", cells)).append(" |\n");
            if (columns == 0) {
                columns = cells.size();
                table.append("|").append(" --- |".repeat(columns)).append('\n');
            }
        }
        return table.toString();
    }

    /** Split where the mark stands outside of braces and of environments. */
    private static List<String> topLevel(String text, String mark) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\begin{", i)) {
                depth++;
            } else if (text.startsWith("\\end{", i)) {
                depth--;
            } else if (depth == 0 && text.startsWith(mark, i) && !continues(text, mark, i)) {
                parts.add(text.substring(start, i));
                start = i + mark.length();
                i = start - 1;
                continue;
            }
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** A longer command begins with the mark. */
    private static boolean continues(String text, String mark, int at) {
        int after = at + mark.length();
        return Character.isLetter(mark.charAt(mark.length() - 1))
                && after < text.length()
                && Character.isLetter(text.charAt(after));
    }

    // ---- names and arguments -------------------------------------------------------------------------------------

    private String name() {
        int start = at;
        while (at < tex.length() && Character.isLetter(tex.charAt(at)) && tex.charAt(at) < 128) {
            at++;
        }
        if (at == start) {
            return at < tex.length() ? String.valueOf(tex.charAt(at++)) : "";
        }
        String name = tex.substring(start, at);
        if (take('*')) {
            name += "*";
        }
        // White space after a command's name belongs to it; an empty line does not.
        int blank = at;
        while (blank < tex.length() && (tex.charAt(blank) == ' ' || tex.charAt(blank) == '\t')) {
            blank++;
        }
        at = blank;
        return name;
    }

    private String argument() {
        String raw = rawArgument();
        return part(raw);
    }

    /** In braces, or one character, or one command; as it is written. */
    private String rawArgument() {
        while (at < tex.length() && Character.isWhitespace(tex.charAt(at))) {
            at++;
        }
        if (at >= tex.length()) {
            return "";
        }
        if (tex.charAt(at) != '{') {
            int start = at;
            if (tex.charAt(at++) == '\\') {
                name();
            }
            return tex.substring(start, at);
        }
        int depth = 0;
        int start = at + 1;
        while (at < tex.length()) {
            char c = tex.charAt(at++);
            if (c == '\\') {
                at++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return tex.substring(start, at - 1);
            }
        }
        at = tex.length();
        return tex.substring(start);
    }

    /** In square brackets, if there are any. */
    private String optional() {
        if (at < tex.length() && tex.charAt(at) == '[') {
            int end = tex.indexOf(']', at);
            if (end > 0) {
                String inside = tex.substring(at + 1, end);
                at = end + 1;
                return inside;
            }
        }
        return "";
    }

    private static String around(String mark, String text) {
        String inside = text.strip();
        return inside.isEmpty() ? "" : mark + inside + mark;
    }

    private static String code(String text) {
        String inside = text.strip().replaceAll("\\\\(.)", "$1").replace("`", "");
        return inside.isEmpty() ? "" : "`" + inside + "`";
    }

    private static String link(String address, String text) {
        String shown = text.isEmpty() ? address.replaceFirst("^https?://", "") : text;
        return address.startsWith("https://") ? "[" + shown + "](" + address + ")" : shown;
    }
}

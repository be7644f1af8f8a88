package dev.assay.challenge.icpc;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Text of LaTeX with the commands in it, as Markdown. Of a command that it does not know it keeps the arguments' words. */
final class LatexText {

    private static final int DEEPEST = 30;

    private static final Pattern BLANKS = Pattern.compile("(?<![ \\t])[ \\t]++\\n");

    private final LatexCursor tex;
    private final LeftOut left;
    private int depth;

    /** @param depth how deep it is nested in others */
    LatexText(LatexCursor tex, LeftOut left, int depth) {
        this.tex = tex;
        this.left = left;
        this.depth = depth;
    }

    String markdown() {
        if (depth > DEEPEST) {
            left.tooDeep(DEEPEST);
            return "";
        }
        return tidied(run('\0'));
    }

    static String tidied(String markdown) {
        return BLANKS.matcher(markdown)
                .replaceAll("\n")
                .replaceAll("(?<!\\\\)\\\\\\n(?=\\n|$)", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private String part(String text) {
        return new LatexText(new LatexCursor(text), left, depth + 1).markdown();
    }

    private String argument() {
        return part(tex.argument());
    }

    private String run(char end) {
        StringBuilder text = new StringBuilder();
        while (!tex.atEnd() && !left.isFull(text)) {
            char c = tex.read();
            if (c == end && end != '\0') {
                break;
            }
            switch (c) {
                case '\\' -> command(text);
                case '{' -> text.append(group());
                case '}' -> {}
                case '$' -> math(text);
                case '~' -> text.append(' ');
                case '`' -> text.append(tex.take('`') ? "“" : "‘");
                case '\'' -> text.append(tex.take('\'') ? "”" : "’");
                case '-' -> text.append(tex.take('-') ? (tex.take('-') ? "—" : "–") : "-");
                case '*', '_', '<' -> text.append('\\').append(c);
                case '#' -> text.append("\\#");
                case '\n' -> {
                    text.append('\n');
                    // The indentation of a line would make code of it.
                    tex.skipBlanks();
                }
                case '\t' -> text.append(' ');
                default -> text.append(c);
            }
        }
        return text.toString();
    }

    /** In braces, with a font that holds to their end. */
    private String group() {
        if (depth == DEEPEST) {
            left.tooDeep(DEEPEST);
            tex.group();
            return "";
        }
        UnaryOperator<String> font = font();
        depth++;
        String inside = run('}');
        depth--;
        return font.apply(inside);
    }

    private UnaryOperator<String> font() {
        if (tex.isBefore("\\bf")) {
            return inside -> around("**", inside);
        }
        boolean italic = tex.isBefore("\\it") && !tex.isBefore("\\item");
        if (italic || tex.isBefore("\\em ") || tex.isBefore("\\sl ")) {
            return inside -> around("*", inside);
        }
        return tex.isBefore("\\tt") ? LatexText::code : inside -> inside;
    }

    // ---- formulas ------------------------------------------------------------------------------------------------

    private void math(StringBuilder text) {
        boolean display = tex.take('$');
        Optional<String> inside = tex.upToPlain(display ? "$$" : "$");
        text.append(inside.isEmpty() ? "$" : formula(inside.get(), display, left));
    }

    private void formulaUpTo(StringBuilder text, String close, boolean display) {
        tex.upTo(close).ifPresent(inside -> text.append(formula(inside, display, left)));
    }

    static String formula(String tex, boolean display, LeftOut left) {
        String line = MathText.of(tex, left).replace("`", "'");
        if (line.isEmpty()) {
            return "";
        }
        return display ? "\n\n`" + line + "`\n\n" : "`" + line + "`";
    }

    // ---- commands ------------------------------------------------------------------------------------------------

    private void command(StringBuilder text) {
        String name = tex.name();
        switch (name) {
            case "begin" -> environment(text, tex.argument());
            case "end" -> tex.argument();
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
                tex.optional();
                text.append(argument());
            }
            case "verb", "verb*" -> verb(text);
            case "footnote" -> text.append(" (").append(argument()).append(')');
            case "url" -> text.append(link(tex.argument(), ""));
            case "href" -> {
                String address = tex.argument();
                text.append(link(address, argument()));
            }
            case "includegraphics" -> {
                tex.optional();
                left.picture(tex.argument());
            }
            case "illustration" -> {
                tex.argument();
                left.picture(tex.argument());
                tex.argument();
            }
            case "caption" -> {
                tex.optional();
                tex.argument();
            }
            case "epigraph" ->
                text.append("\n\n> ")
                        .append(argument())
                        .append(" — ")
                        .append(argument())
                        .append("\n\n");
            case "multirow" -> {
                tex.argument();
                tex.argument();
                text.append(argument());
            }
            case "multicolumn" -> {
                tex.argument();
                tex.argument();
                text.append(argument());
            }
            case "nextsample" -> text.append(Statement.NEXT_SAMPLE);
            case "remainingsamples" -> text.append(Statement.REMAINING_SAMPLES);
            case "(" -> formulaUpTo(text, "\\)", false);
            case "[" -> formulaUpTo(text, "\\]", true);
            case "bf", "bfseries", "it", "itshape", "tt", "ttfamily", "em", "sl", "sc", "rm" -> {}
            default -> other(text, name);
        }
    }

    private void other(StringBuilder text, String name) {
        String symbol = LatexWords.SYMBOLS.get(name);
        Integer silent = LatexWords.SILENT.get(name);
        Character accent = name.length() == 1 ? LatexWords.ACCENTS.get(name.charAt(0)) : null;
        if (symbol != null) {
            text.append(symbol);
            if (symbol.endsWith("\n")) {
                tex.optional();
                tex.skipBlanks();
                tex.take('\n');
                tex.skipBlanks();
            }
        } else if (silent != null) {
            tex.optional();
            for (int i = 0; i < silent; i++) {
                tex.argument();
            }
        } else if (accent != null) {
            accent(text, accent);
        } else if (List.of("def", "newcommand", "renewcommand", "providecommand")
                .contains(name)) {
            definition(name);
        } else {
            left.unknown("\\" + name);
        }
    }

    private void accent(StringBuilder text, char mark) {
        String letter = argument();
        if (!letter.isEmpty()) {
            int first = letter.offsetByCodePoints(0, 1);
            text.append(Normalizer.normalize(
                    letter.substring(0, first) + mark + letter.substring(first), Normalizer.Form.NFC));
        }
    }

    /** A command that the statement makes for itself is not carried out. */
    private void definition(String name) {
        if (name.equals("def")) {
            tex.upTo("{").ifPresent(command -> tex.group());
        } else {
            tex.argument();
            tex.optional();
            tex.optional();
            tex.argument();
        }
        left.unknown("\\" + name);
    }

    private void verb(StringBuilder text) {
        if (!tex.atEnd()) {
            String fence = tex.character();
            tex.upTo(fence).ifPresent(inside -> text.append('`').append(inside).append('`'));
        }
    }

    private void environment(StringBuilder text, String name) {
        text.append(new LatexBlocks(left, depth + 1).of(name, tex.body(name)));
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

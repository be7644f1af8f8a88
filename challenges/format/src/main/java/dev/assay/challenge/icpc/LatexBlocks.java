package dev.assay.challenge.icpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The environments of LaTeX as blocks of Markdown.
 *
 * @param depth how deep what they hold is nested
 */
record LatexBlocks(LeftOut left, int depth) {

    private static final Set<String> HEADINGS = Set.of("Input", "Output", "Interaction", "Notes", "Note");
    private static final Set<String> WITH_ARGUMENT = Set.of("minipage", "multicols", "adjustbox");
    private static final String PICTURE = "\\includegraphics";
    private static final Pattern RULE =
            Pattern.compile("\\\\(?:hline|toprule|midrule|bottomrule)\\b|\\\\cline\\{[^{}\\\\]*+}");

    /** With empty lines around it. */
    String of(String name, String body) {
        if (LatexWords.PICTURES.contains(name)) {
            left.picture(picture(name, body));
            return "";
        }
        if (LatexWords.DISPLAYS.contains(name)) {
            return LatexText.formula(body, true, left);
        }
        if (name.toLowerCase(Locale.ROOT).equals("aftersample")) {
            return Statement.REMAINING_SAMPLES + "\n\n" + part(body) + "\n\n";
        }
        String block = block(name, body);
        return left.isFull(block) ? "" : "\n\n" + block + "\n\n";
    }

    private String block(String name, String body) {
        if (LatexWords.VERBATIM.contains(name)) {
            return "```text\n"
                    + body.replaceFirst("\\A(?:\\[[^\\]\\n]*])?[ \\t]*\\n", "").stripTrailing() + "\n```";
        }
        if (LatexWords.LISTS.contains(name)) {
            return list(body, name.contains("enum"));
        }
        if (LatexWords.TABLES.contains(name)) {
            return table(body, name);
        }
        if (HEADINGS.contains(name)) {
            return "## " + name + "\n\n" + part(body);
        }
        if (!LatexWords.TRANSPARENT.contains(name)) {
            left.unknown("\\begin{" + name + "}");
        }
        LatexCursor inside = new LatexCursor(body);
        inside.optional();
        if (WITH_ARGUMENT.contains(name)) {
            inside.argument();
        }
        return part(inside);
    }

    private String part(String tex) {
        return part(new LatexCursor(tex));
    }

    private String part(LatexCursor tex) {
        return new LatexText(tex, left, depth).markdown();
    }

    /** Its file, or what it is. */
    private static String picture(String name, String body) {
        int command = body.indexOf(PICTURE);
        LatexCursor after = new LatexCursor(command < 0 ? "" : body.substring(command + PICTURE.length()));
        after.optional();
        String file = after.argument();
        return file.isEmpty() ? name : file;
    }

    private String list(String body, boolean numbered) {
        StringBuilder list = new StringBuilder();
        int number = 0;
        for (String item : topLevel(body, "\\item").stream().skip(1).toList()) {
            if (left.isFull(list)) {
                break;
            }
            number++;
            String mark = numbered ? number + ". " : "- ";
            list.append(mark)
                    .append(item(item).replace("\n", "\n" + " ".repeat(mark.length())))
                    .append('\n');
        }
        return list.toString();
    }

    private String item(String tex) {
        LatexCursor item = new LatexCursor(tex.stripLeading());
        String name = item.optional();
        return LatexText.tidied((name.isEmpty() ? "" : "**" + part(name) + "** ") + part(item));
    }

    private String table(String body, String name) {
        LatexCursor inside = new LatexCursor(body);
        inside.optional();
        if (name.endsWith("*") || name.equals("tabularx")) {
            inside.argument();
        }
        inside.argument();
        StringBuilder table = new StringBuilder();
        for (String row : topLevel(inside.rest(), "\\\\")) {
            String cleaned = RULE.matcher(row).replaceAll("").strip();
            if (cleaned.isEmpty()) {
                continue;
            }
            if (left.isFull(table)) {
                break;
            }
            List<String> cells = topLevel(cleaned, "&").stream().map(this::cell).toList();
            boolean first = table.isEmpty();
            table.append("| ").append(String.join(" | ", cells)).append(" |\n");
            if (first) {
                table.append("|").append(" --- |".repeat(cells.size())).append('\n');
            }
        }
        return table.toString();
    }

    private String cell(String tex) {
        return part(tex)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "))
                .replace("|", "\\|");
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
}

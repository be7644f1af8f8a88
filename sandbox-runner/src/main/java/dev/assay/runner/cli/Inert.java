package dev.assay.runner.cli;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Shows text of unknown origin so that no terminal obeys it and nothing in it hides or reorders what is read. */
final class Inert {

    private static final Pattern OBEYED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}&&[^\\n\\t]]");

    /** What programs colour their output with, and clear the rest of a line with. */
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;:]*[mK]");

    private Inert() {}

    /** Keeps line breaks and tabs, drops colours, and shows all else that a terminal obeys by its number. */
    static String text(String text) {
        String plain = COLOUR.matcher(text.replace("\r\n", "\n")).replaceAll("");
        return OBEYED.matcher(plain).replaceAll(Inert::escaped);
    }

    /** In one line. */
    static String line(String text) {
        return text(text).replace("\n", "\\n").replace('\t', ' ');
    }

    private static String escaped(MatchResult found) {
        StringBuilder escaped = new StringBuilder();
        found.group().codePoints().forEach(point -> escaped.append(String.format("\\\\u%04x", point)));
        return escaped.toString();
    }
}

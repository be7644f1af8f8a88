package dev.assay.runner.cli;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Shows text of unknown origin so that no terminal obeys it and nothing in it hides or reorders what is read. */
final class Inert {

    private static final Pattern OBEYED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}&&[^\\n\\t]]");

    private Inert() {}

    /** Keeps line breaks and tabs. */
    static String text(String text) {
        return OBEYED.matcher(text.replace("\r\n", "\n")).replaceAll(Inert::escaped);
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

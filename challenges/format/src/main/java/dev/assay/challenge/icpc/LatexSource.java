package dev.assay.challenge.icpc;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a LaTeX text ready to be read: comments go, constants and the commands that it makes for itself are filled in. */
final class LatexSource {

    private static final int MOST_DEFINITIONS = 100;

    private static final Pattern DEFINITION = Pattern.compile(
            "\\\\(?:newcommand|renewcommand|providecommand|def)\\*?\\s*\\{?\\\\([A-Za-z]+)}?\\s*(?=\\{)");
    private static final Pattern CONSTANT = Pattern.compile("\\\\constant\\s*+\\{([^{}\\\\]*+)}");
    private static final Pattern COMMENT = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)%[^\\n]*(?:\\n[ \\t]*|$)");
    private static final Pattern VERBATIM = Pattern.compile("\\\\begin\\{(verbatim|lstlisting|alltt)}");

    private LatexSource() {}

    /** @param constants the value of a constant by its name */
    static String prepared(String tex, UnaryOperator<String> constants, LeftOut left) {
        String text = withoutComments(left.isFull(tex) ? beginning(tex) : tex);
        Optional<String> filled =
                replaced(CONSTANT, text, found -> constants.apply(found.group(1).strip()));
        if (filled.isEmpty()) {
            left.tooLong();
        }
        return expanded(filled.orElse(text), left);
    }

    private static String beginning(String tex) {
        int end = LeftOut.LONGEST_PAGE;
        return tex.substring(0, Character.isHighSurrogate(tex.charAt(end - 1)) ? end - 1 : end);
    }

    /** Not in verbatim text, where a percent sign is one. */
    private static String withoutComments(String tex) {
        StringBuilder text = new StringBuilder();
        Matcher verbatim = VERBATIM.matcher(tex);
        int done = 0;
        while (verbatim.find(done)) {
            String end = "\\end{" + verbatim.group(1) + "}";
            int close = tex.indexOf(end, verbatim.end());
            int next = close < 0 ? tex.length() : close + end.length();
            text.append(COMMENT.matcher(tex.substring(done, verbatim.start())).replaceAll("$1"))
                    .append(tex, verbatim.start(), next);
            done = next;
        }
        return text.append(COMMENT.matcher(tex.substring(done)).replaceAll("$1"))
                .toString();
    }

    /** Commands that the statement makes for itself, as far as they take no arguments. */
    private static String expanded(String tex, LeftOut left) {
        String text = tex;
        Matcher made = DEFINITION.matcher(text);
        for (int i = 0; i < MOST_DEFINITIONS && made.find(); i++) {
            LatexCursor body = new LatexCursor(text.substring(made.end()));
            String meaning = "{" + body.argument() + "}";
            String rest = text.substring(0, made.start()) + body.rest();
            Pattern use = Pattern.compile("\\\\" + made.group(1) + "(?![A-Za-z])");
            Optional<String> used = replaced(use, rest, found -> meaning);
            if (used.isEmpty()) {
                left.tooLong();
                return rest;
            }
            text = used.get();
            made = DEFINITION.matcher(text);
        }
        return text;
    }

    /** Nothing when the text would become too long. */
    private static Optional<String> replaced(Pattern mark, String text, Function<MatchResult, String> meaning) {
        StringBuilder replaced = new StringBuilder();
        Matcher found = mark.matcher(text);
        int done = 0;
        while (found.find()) {
            replaced.append(text, done, found.start()).append(meaning.apply(found));
            done = found.end();
            if (replaced.length() + text.length() - done > LeftOut.LONGEST_PAGE) {
                return Optional.empty();
            }
        }
        return Optional.of(replaced.append(text, done, text.length()).toString());
    }
}

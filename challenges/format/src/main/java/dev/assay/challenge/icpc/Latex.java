package dev.assay.challenge.icpc;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of LaTeX that statements are written in, as Markdown. What it does not know it keeps the words of, and names. */
final class Latex {

    private static final Pattern PLAIN_NAME = Pattern.compile("(?m)^%% *plainproblemname: *(.+)$");
    private static final String NAME = "\\problemname";

    private Latex() {}

    /**
     * @param unknown commands and environments that were passed over
     * @param pictures files that were left out
     */
    record Converted(String markdown, Set<String> unknown, Set<String> pictures) {}

    /** @param constants the value of a constant by its name */
    static Converted toMarkdown(String tex, UnaryOperator<String> constants) {
        LeftOut left = new LeftOut();
        String source = LatexSource.prepared(tex, constants, left);
        return new Converted(markdown(source, left), left.unknown(), left.pictures());
    }

    private static String markdown(String tex, LeftOut left) {
        return new LatexText(new LatexCursor(tex), left, 0).markdown();
    }

    /** The name that a LaTeX statement gives its problem, without formatting. */
    static Optional<String> problemName(String tex) {
        Matcher plain = PLAIN_NAME.matcher(tex);
        if (plain.find()) {
            return Optional.of(plain.group(1).strip());
        }
        int command = tex.indexOf(NAME);
        if (command < 0) {
            return Optional.empty();
        }
        String name = new LatexCursor(tex.substring(command + NAME.length())).argument();
        return Optional.of(
                        markdown(name, new LeftOut()).replaceAll("[`*\\\\]", "").strip())
                .filter(text -> !text.isEmpty());
    }
}

package dev.assay.challenge.icpc;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Markdown statement of a problem package as Markdown that is shown here: without formulas, pictures and HTML. */
final class Markdown {

    private static final Pattern FORMULA =
            Pattern.compile("\\$\\$(.+?)\\$\\$|(?<![\\\\$])\\$(?!\\s)([^$\\n]+?)(?<!\\s)\\$");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]*]\\(\\s*([^)\\s]*)[^)]*\\)(?:\\{[^}]*})?");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[([^\\]]*)]\\(\\s*(?!https://|#)[^)]*\\)");
    private static final Pattern CONSTANT = Pattern.compile("\\{\\{([A-Za-z_][A-Za-z0-9_.]*)}}");
    private static final Pattern HTML = Pattern.compile("</?[a-zA-Z][^>`]*>");
    private static final Pattern CODE = Pattern.compile("`[^`\\n]*`");

    private Markdown() {}

    static Latex.Converted toMarkdown(String text, UnaryOperator<String> constants) {
        Set<String> unknown = new TreeSet<>();
        Set<String> pictures = new TreeSet<>();
        StringBuilder shown = new StringBuilder();
        boolean code = false;
        for (String line : text.lines().toList()) {
            String filled =
                    CONSTANT.matcher(line).replaceAll(found -> Matcher.quoteReplacement(sampleOr(found, constants)));
            if (filled.strip().startsWith("```")) {
                code = !code;
                shown.append(filled);
            } else {
                shown.append(code ? filled : prose(filled, unknown, pictures));
            }
            shown.append('\n');
        }
        return new Latex.Converted(shown.toString().strip(), unknown, pictures);
    }

    private static String sampleOr(MatchResult found, UnaryOperator<String> constants) {
        return switch (found.group(1)) {
            case "nextsample" -> Statement.NEXT_SAMPLE;
            case "remainingsamples" -> Statement.REMAINING_SAMPLES;
            default -> constants.apply(found.group(1));
        };
    }

    /** Between what stands in backticks. */
    private static String prose(String line, Set<String> unknown, Set<String> pictures) {
        StringBuilder shown = new StringBuilder();
        Matcher code = CODE.matcher(line);
        int end = 0;
        while (code.find()) {
            shown.append(words(line.substring(end, code.start()), unknown, pictures))
                    .append(code.group());
            end = code.end();
        }
        return shown.append(words(line.substring(end), unknown, pictures)).toString();
    }

    private static String words(String text, Set<String> unknown, Set<String> pictures) {
        String formulas = FORMULA.matcher(text).replaceAll(found -> {
            String tex = found.group(1) == null ? found.group(2) : found.group(1);
            return Matcher.quoteReplacement("`" + MathText.of(tex).replace("`", "'") + "`");
        });
        String withoutPictures = PICTURE.matcher(formulas).replaceAll(found -> {
            pictures.add(found.group(1));
            return "";
        });
        String links = LINK.matcher(withoutPictures).replaceAll("$1");
        StringBuilder shown = new StringBuilder();
        Matcher code = CODE.matcher(links);
        int end = 0;
        while (code.find()) {
            shown.append(withoutHtml(links.substring(end, code.start()), unknown))
                    .append(code.group());
            end = code.end();
        }
        return shown.append(withoutHtml(links.substring(end), unknown)).toString();
    }

    private static String withoutHtml(String text, Set<String> unknown) {
        return HTML.matcher(text).replaceAll(found -> {
            unknown.add(found.group());
            return "";
        });
    }
}

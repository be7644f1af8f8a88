package dev.assay.challenge.icpc;

import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Markdown statement of a problem package as Markdown that is shown here: without formulas, pictures and HTML. */
final class Markdown {

    private static final Pattern FORMULA =
            Pattern.compile("\\$\\$(.+?)\\$\\$|(?<![\\\\$])\\$(?!\\s)([^$\\n]+?)(?<!\\s)\\$");
    // None reads on over the beginning of the next for long: a line may hold very many that never end.
    private static final Pattern PICTURE =
            Pattern.compile("!\\[[^\\[\\]]*+]\\(\\s*+([^()\\s]*+)[^)]{0,500}+\\)(?:\\{[^{}]*+})?");
    private static final Pattern LINK =
            Pattern.compile("(?<!!)\\[([^\\[\\]]*+)]\\(\\s*+(?!https://|#)[^()]*+[^)]{0,500}+\\)");
    private static final Pattern CONSTANT = Pattern.compile("\\{\\{([A-Za-z_][A-Za-z0-9_.]*)}}");
    private static final Pattern HTML = Pattern.compile("</?[a-zA-Z][^>`]*+(>?)");
    private static final Pattern CODE = Pattern.compile("`[^`\\n]*`");

    private Markdown() {}

    static Latex.Converted toMarkdown(String text, UnaryOperator<String> constants) {
        LeftOut left = new LeftOut();
        StringBuilder shown = new StringBuilder();
        boolean code = false;
        for (String line : text.lines().toList()) {
            if (left.isFull(shown)) {
                break;
            }
            String filled =
                    CONSTANT.matcher(line).replaceAll(found -> Matcher.quoteReplacement(sampleOr(found, constants)));
            if (filled.strip().startsWith("```")) {
                code = !code;
                shown.append(filled);
            } else {
                shown.append(code ? filled : prose(filled, left));
            }
            shown.append('\n');
        }
        return new Latex.Converted(shown.toString().strip(), left.unknown(), left.pictures());
    }

    private static String sampleOr(MatchResult found, UnaryOperator<String> constants) {
        return switch (found.group(1)) {
            case "nextsample" -> Statement.NEXT_SAMPLE;
            case "remainingsamples" -> Statement.REMAINING_SAMPLES;
            default -> constants.apply(found.group(1));
        };
    }

    /** Between what stands in backticks. */
    private static String prose(String line, LeftOut left) {
        StringBuilder shown = new StringBuilder();
        Matcher code = CODE.matcher(line);
        int end = 0;
        while (code.find()) {
            shown.append(words(line.substring(end, code.start()), left)).append(code.group());
            end = code.end();
        }
        return shown.append(words(line.substring(end), left)).toString();
    }

    private static String words(String text, LeftOut left) {
        String formulas = FORMULA.matcher(text).replaceAll(found -> {
            String tex = found.group(1) == null ? found.group(2) : found.group(1);
            return Matcher.quoteReplacement("`" + MathText.of(tex, left).replace("`", "'") + "`");
        });
        String withoutPictures = PICTURE.matcher(formulas).replaceAll(found -> {
            left.picture(found.group(1));
            return "";
        });
        String links = LINK.matcher(withoutPictures).replaceAll("$1");
        StringBuilder shown = new StringBuilder();
        Matcher code = CODE.matcher(links);
        int end = 0;
        while (code.find()) {
            shown.append(withoutHtml(links.substring(end, code.start()), left)).append(code.group());
            end = code.end();
        }
        return shown.append(withoutHtml(links.substring(end), left)).toString();
    }

    private static String withoutHtml(String text, LeftOut left) {
        return HTML.matcher(text).replaceAll(found -> {
            if (found.group(1).isEmpty()) {
                return Matcher.quoteReplacement(found.group());
            }
            left.unknown(found.group());
            return "";
        });
    }
}

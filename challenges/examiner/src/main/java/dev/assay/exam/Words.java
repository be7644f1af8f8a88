package dev.assay.exam;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** How failure messages put things. */
final class Words {
    private Words() {}

    /** The text on one line, cut to so many characters. */
    static String cut(String text, int max) {
        String line = text.replaceAll("\\s*[\\r\\n]+\\s*", " ").strip();
        if (line.length() <= max) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(max - 1)) ? max - 1 : max;
        return line.substring(0, end) + "… (" + text.length() + " characters)";
    }

    /** The text on one line; when it is longer than so many characters, without its middle. */
    static String ends(String text, int max) {
        String line = text.replaceAll("\\s*[\\r\\n]+\\s*", " ").strip();
        if (line.length() <= max) {
            return line;
        }
        int begin = Character.isHighSurrogate(line.charAt(max / 2 - 1)) ? max / 2 - 1 : max / 2;
        int end = line.length() - max / 2;
        return line.substring(0, begin) + " … "
                + line.substring(Character.isLowSurrogate(line.charAt(end)) ? end + 1 : end);
    }

    static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    /** To a hundredth. */
    static String millis(Duration duration) {
        return digits(duration.toNanos() / 1e6) + " ms";
    }

    /** To a hundredth, without zeros that say nothing. */
    static String digits(double number) {
        return BigDecimal.valueOf(number)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}

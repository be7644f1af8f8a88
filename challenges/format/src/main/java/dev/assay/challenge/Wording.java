package dev.assay.challenge;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** How problems speak of what an author wrote: inert in a terminal, short, with the nearest allowed spelling. */
final class Wording {

    private static final int MOST_SHOWN = 80;

    private Wording() {}

    static String quoted(String text) {
        String shown = text.codePointCount(0, text.length()) > MOST_SHOWN
                ? text.substring(0, text.offsetByCodePoints(0, MOST_SHOWN)) + "…"
                : text;
        return "\"" + inert(shown.replace("\n", "\\n")) + "\"";
    }

    /** Without characters that a terminal obeys or that reorder what is read. */
    static String inert(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}]", "?");
    }

    /** {@code Did you mean "level"? Allowed are …}, the first part only when something is near. */
    static String allowed(String written, Collection<String> allowed) {
        String list = "Allowed: " + String.join(", ", allowed) + ".";
        return nearest(written, allowed)
                .map(near -> "Did you mean " + quoted(near) + "? " + list)
                .orElse(list);
    }

    static Optional<String> nearest(String written, Collection<String> allowed) {
        String word = written.toLowerCase(Locale.ROOT);
        if (word.length() > MOST_SHOWN) {
            return Optional.empty();
        }
        int tolerated = Math.min(3, word.length() / 3);
        return allowed.stream()
                .filter(candidate -> distance(word, candidate.toLowerCase(Locale.ROOT)) <= tolerated)
                .min(Comparator.comparingInt(candidate -> distance(word, candidate.toLowerCase(Locale.ROOT))));
    }

    /** Levenshtein's distance. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= left.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= right.length(); column++) {
                int replaced = diagonal + (left.charAt(line - 1) == right.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[right.length()];
    }
}

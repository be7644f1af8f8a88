package dev.assay.challenge.icpc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The page that a candidate reads: the problem's statement with its samples, and how it is judged here. */
final class Statement {

    /** Where the next sample belongs; a character that no text has. */
    static final String NEXT_SAMPLE = "\uE000";

    /** Where the samples belong that stand nowhere else. */
    static final String REMAINING_SAMPLES = "\uE001";

    private static final int MOST_SHOWN = 4000;

    private Statement() {}

    /** @param judging how programs are judged, below all else */
    static String page(String title, String body, List<TestCase> samples, String judging) {
        Deque<String> left = new ArrayDeque<>();
        for (int i = 0; i < samples.size(); i++) {
            left.add(sample(i + 1, samples.get(i)));
        }
        StringBuilder page = new StringBuilder("# ").append(title).append("\n\n");
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == NEXT_SAMPLE.charAt(0)) {
                page.append("\n\n").append(left.isEmpty() ? "" : left.remove()).append("\n\n");
            } else if (c == REMAINING_SAMPLES.charAt(0)) {
                addAll(page, left);
            } else {
                page.append(c);
            }
        }
        addAll(page, left);
        page.append("\n\n## How it is judged\n\n").append(judging).append('\n');
        return page.toString().replaceAll("\\n{3,}", "\n\n");
    }

    private static void addAll(StringBuilder page, Deque<String> left) {
        while (!left.isEmpty()) {
            page.append("\n\n").append(left.remove()).append("\n\n");
        }
    }

    private static String sample(int number, TestCase sample) {
        return "### Example " + number + "\n\nInput:\n\n" + block(sample.shownInput()) + "\n\nOutput:\n\n"
                + block(sample.shownAnswer());
    }

    private static String block(String text) {
        String shown = text.stripTrailing();
        if (shown.length() > MOST_SHOWN) {
            shown = shown.substring(0, MOST_SHOWN).stripTrailing() + "\n… (" + text.length() + " characters in all)";
        }
        return "```text\n" + shown + "\n```";
    }
}

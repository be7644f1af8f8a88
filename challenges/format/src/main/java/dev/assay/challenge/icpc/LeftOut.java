package dev.assay.challenge.icpc;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** What of a statement is not in its Markdown, for a person to look at; short even where a statement is full of it. */
final class LeftOut {

    /** A page that is longer is none that anybody reads. */
    static final int LONGEST_PAGE = 1 << 20;

    private static final int MOST_NAMED = 40;
    private static final int LONGEST_NAME = 80;

    private final Set<String> unknown = new TreeSet<>();
    private final Set<String> pictures = new TreeSet<>();

    /** A command or an environment that was passed over. */
    void unknown(String name) {
        add(unknown, name);
    }

    void picture(String file) {
        add(pictures, file);
    }

    void tooDeep(int deepest) {
        unknown.add("what is nested more than " + deepest + " deep");
    }

    /** Whether no more may be added to a text; then that is among what was left out. */
    boolean isFull(CharSequence text) {
        boolean full = text.length() > LONGEST_PAGE;
        if (full) {
            tooLong();
        }
        return full;
    }

    void tooLong() {
        unknown.add("what makes it longer than " + LONGEST_PAGE + " characters");
    }

    Set<String> unknown() {
        return Collections.unmodifiableSet(unknown);
    }

    Set<String> pictures() {
        return Collections.unmodifiableSet(pictures);
    }

    private static void add(Set<String> names, String name) {
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
        names.add(names.size() < MOST_NAMED || names.contains(shown) ? shown : "and others");
    }
}

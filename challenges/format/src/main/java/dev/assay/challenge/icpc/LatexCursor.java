package dev.assay.challenge.icpc;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A place in a LaTeX text that only moves on, and the names and arguments that stand there, as they are written. */
final class LatexCursor {

    private final String tex;

    /** Marks that do not come any more, so that many that miss their partner are not looked for again and again. */
    private final Set<String> absent = new HashSet<>();

    private int at;

    LatexCursor(String tex) {
        this.tex = tex;
    }

    boolean atEnd() {
        return at >= tex.length();
    }

    char read() {
        return tex.charAt(at++);
    }

    boolean take(char c) {
        boolean there = !atEnd() && tex.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    void skipBlanks() {
        while (!atEnd() && (tex.charAt(at) == ' ' || tex.charAt(at) == '\t')) {
            at++;
        }
    }

    /** Whether this comes next, but for white space. */
    boolean isBefore(String word) {
        int next = at;
        while (next < tex.length() && Character.isWhitespace(tex.charAt(next))) {
            next++;
        }
        return tex.startsWith(word, next);
    }

    String rest() {
        return tex.substring(Math.min(at, tex.length()));
    }

    /** Of a command, after its backslash. */
    String name() {
        int start = at;
        while (!atEnd() && isLetter(tex.charAt(at))) {
            at++;
        }
        if (at == start) {
            return atEnd() ? "" : character();
        }
        String name = tex.substring(start, at);
        if (take('*')) {
            name += "*";
        }
        // White space after a command's name belongs to it; an empty line does not.
        skipBlanks();
        return name;
    }

    /** One, even where it takes two of Java's. */
    String character() {
        int start = at;
        at = tex.offsetByCodePoints(at, 1);
        return tex.substring(start, at);
    }

    /** In braces, or one character, or one command. */
    String argument() {
        while (!atEnd() && Character.isWhitespace(tex.charAt(at))) {
            at++;
        }
        if (atEnd()) {
            return "";
        }
        if (take('{')) {
            return group();
        }
        int start = at;
        if (take('\\')) {
            name();
        } else {
            character();
        }
        return tex.substring(start, at);
    }

    /** Up to the brace that ends what has begun, or to the end. */
    String group() {
        int start = at;
        int depth = 1;
        while (!atEnd()) {
            char c = tex.charAt(at++);
            if (c == '\\') {
                at++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return tex.substring(start, at - 1);
            }
        }
        at = tex.length();
        return tex.substring(start);
    }

    /** In square brackets, if there are any. */
    String optional() {
        return isAt('[') ? upTo("]").map(inside -> inside.substring(1)).orElse("") : "";
    }

    private boolean isAt(char c) {
        return !atEnd() && tex.charAt(at) == c;
    }

    /** What stands before a mark; goes on behind that, or stays when it does not come. */
    Optional<String> upTo(String mark) {
        return upTo(mark, absent.contains(mark) ? -1 : tex.indexOf(mark, at));
    }

    /** As {@link #upTo}, but a backslash before the mark makes it another. */
    Optional<String> upToPlain(String mark) {
        int end = absent.contains(mark) ? -1 : tex.indexOf(mark, at);
        while (end > 0 && tex.charAt(end - 1) == '\\') {
            end = tex.indexOf(mark, end + 1);
        }
        return upTo(mark, end);
    }

    private Optional<String> upTo(String mark, int end) {
        if (end < 0) {
            absent.add(mark);
            return Optional.empty();
        }
        String before = tex.substring(at, end);
        at = end + mark.length();
        return Optional.of(before);
    }

    /** Up to the end of an environment that has begun, others of its name inside included. */
    String body(String environment) {
        String begin = "\\begin{" + environment + "}";
        String end = "\\end{" + environment + "}";
        int start = at;
        int depth = 1;
        for (int next = tex.indexOf('\\', at); next >= 0; next = tex.indexOf('\\', next + 1)) {
            if (tex.startsWith(begin, next)) {
                depth++;
            } else if (tex.startsWith(end, next) && --depth == 0) {
                at = next + end.length();
                return tex.substring(start, next);
            }
        }
        at = tex.length();
        return tex.substring(start);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}

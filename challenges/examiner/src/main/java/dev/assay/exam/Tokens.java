package dev.assay.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How two texts are compared word by word, where a word is what stands between white space. As it is, neither the amount of white
 * space counts nor the case of the letters A to Z. This is the default output validator of the problem package format of ICPC and
 * Kattis, in its version 2025-09.
 *
 * <pre>{@code
 * program.run("2\n").hasTokens("1.41421356", Tokens.LENIENT.withTolerance(1e-6));
 * }</pre>
 */
public final class Tokens {
    /** White space and case do not count, and numbers are words like others. */
    public static final Tokens LENIENT = new Tokens(false, false, OptionalDouble.empty(), OptionalDouble.empty());

    private static final Pattern PIECE = Pattern.compile("[ \\t\\n\\x0b\\f\\r]+|[^ \\t\\n\\x0b\\f\\r]+");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]*+\\.[0-9]++|[0-9]++\\.?)(?:[eE][+-]?[0-9]++)?");
    private static final int SHOWN = 60;

    private final boolean caseSensitive;
    private final boolean spaceSensitive;
    private final OptionalDouble absolute;
    private final OptionalDouble relative;

    private Tokens(boolean caseSensitive, boolean spaceSensitive, OptionalDouble absolute, OptionalDouble relative) {
        this.caseSensitive = caseSensitive;
        this.spaceSensitive = spaceSensitive;
        this.absolute = absolute;
        this.relative = relative;
    }

    /**
     * Where two texts differ first.
     *
     * @param line of the actual text, from 1
     * @param what expected and actual word, or the white space
     */
    record Difference(int line, String what) {}

    /** The same, but the case of letters counts. */
    public Tokens caseSensitive() {
        return new Tokens(true, spaceSensitive, absolute, relative);
    }

    /** The same, but white space must be what is expected, to the character, at the beginning and the end too. */
    public Tokens spaceSensitive() {
        return new Tokens(caseSensitive, true, absolute, relative);
    }

    /** The same, but a number may be off by so much, absolutely or in relation to the expected number. */
    public Tokens withTolerance(double tolerance) {
        return withAbsoluteTolerance(tolerance).withRelativeTolerance(tolerance);
    }

    /** The same, but a number may be off by so much. */
    public Tokens withAbsoluteTolerance(double tolerance) {
        return new Tokens(caseSensitive, spaceSensitive, OptionalDouble.of(allowed(tolerance)), relative);
    }

    /** The same, but a number may be off by this part of the expected number. */
    public Tokens withRelativeTolerance(double tolerance) {
        return new Tokens(caseSensitive, spaceSensitive, absolute, OptionalDouble.of(allowed(tolerance)));
    }

    private static double allowed(double tolerance) {
        if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
            throw new IllegalArgumentException("A tolerance is a number from 0, not " + tolerance);
        }
        return tolerance;
    }

    Optional<Difference> difference(String expected, String actual) {
        List<String> should = pieces(expected);
        int next = 0;
        int line = 1;
        Matcher is = PIECE.matcher(actual);
        while (is.find()) {
            String piece = is.group();
            boolean space = isSpace(piece);
            if (!space || spaceSensitive) {
                if (next == should.size()) {
                    return differs(line, "expected no more but there was " + shown(piece));
                }
                String wanted = should.get(next++);
                if (!matches(wanted, piece)) {
                    return differs(line, "expected " + shown(wanted) + " but was " + shown(piece));
                }
            }
            line += (int) piece.chars().filter(c -> c == '\n').count();
        }
        return next < should.size()
                ? differs(line, "expected " + shown(should.get(next)) + " but the output ended before it")
                : Optional.empty();
    }

    private List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(text);
        while (matcher.find()) {
            if (spaceSensitive || !isSpace(matcher.group())) {
                pieces.add(matcher.group());
            }
        }
        return pieces;
    }

    private boolean matches(String wanted, String piece) {
        if (absolute.isPresent() || relative.isPresent()) {
            OptionalDouble number = number(wanted);
            if (number.isPresent()) {
                return number(piece).stream().anyMatch(given -> near(number.getAsDouble(), given));
            }
        }
        return caseSensitive ? wanted.equals(piece) : equalButForCase(wanted, piece);
    }

    private boolean near(double wanted, double given) {
        double error = Math.abs(given - wanted);
        return absolute.stream().anyMatch(tolerance -> error <= tolerance)
                || relative.stream().anyMatch(tolerance -> error <= tolerance * Math.abs(wanted));
    }

    private static OptionalDouble number(String word) {
        if (!NUMBER.matcher(word).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(word);
        return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Of the letters A to Z only; no other rule of any language. */
    private static boolean equalButForCase(String left, String right) {
        if (left.length() != right.length()) {
            return false;
        }
        for (int i = 0; i < left.length(); i++) {
            if (lower(left.charAt(i)) != lower(right.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c;
    }

    private static boolean isSpace(String piece) {
        char first = piece.charAt(0);
        return first == ' ' || (first >= '\t' && first <= '\r');
    }

    private static Optional<Difference> differs(int line, String what) {
        return Optional.of(new Difference(line, what));
    }

    private static String shown(String piece) {
        return isSpace(piece)
                ? "white space \"" + Words.cut(visible(piece), SHOWN) + "\""
                : "\"" + Words.cut(piece, SHOWN) + "\"";
    }

    private static String visible(String space) {
        return space.replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace(' ', '␣');
    }
}

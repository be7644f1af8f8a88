package dev.assay.runner.cli;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program's version, as far as versions can be compared. What distributions add to it is left out.
 *
 * @param candidate of a release candidate its number, else {@link #RELEASED}
 */
record Version(int major, int minor, int patch, int candidate) implements Comparable<Version> {

    static final int RELEASED = Integer.MAX_VALUE;

    private static final Pattern FORM =
            Pattern.compile("v?(\\d{1,6})\\.(\\d{1,6})(?:\\.(\\d{1,6}))?(?:[-~.]rc[.-]?(\\d{1,6}))?(?!\\d).*");

    /** Empty for what does not begin like a version. */
    static Optional<Version> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Version(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3)),
                        matcher.group(4) == null ? RELEASED : Integer.parseInt(matcher.group(4))))
                : Optional.empty();
    }

    static Version of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is not a version"));
    }

    boolean isOfLineOf(Version other) {
        return major == other.major && minor == other.minor;
    }

    @Override
    public int compareTo(Version other) {
        return Comparator.comparingInt(Version::major)
                .thenComparingInt(Version::minor)
                .thenComparingInt(Version::patch)
                .thenComparingInt(Version::candidate)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch + (candidate == RELEASED ? "" : "-rc." + candidate);
    }
}

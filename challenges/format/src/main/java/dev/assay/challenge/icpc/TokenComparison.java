package dev.assay.challenge.icpc;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;

/** The arguments of the default output validator. */
record TokenComparison(
        boolean caseSensitive, boolean spaceSensitive, OptionalDouble absolute, OptionalDouble relative) {

    static final TokenComparison LENIENT =
            new TokenComparison(false, false, OptionalDouble.empty(), OptionalDouble.empty());

    /** @throws IllegalArgumentException for people, when the default validator has no such argument */
    static TokenComparison of(List<String> arguments) {
        boolean caseSensitive = false;
        boolean spaceSensitive = false;
        OptionalDouble absolute = OptionalDouble.empty();
        OptionalDouble relative = OptionalDouble.empty();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            switch (argument) {
                case "case_sensitive" -> caseSensitive = true;
                case "space_change_sensitive" -> spaceSensitive = true;
                case "float_absolute_tolerance" -> absolute = tolerance(argument, rest);
                case "float_relative_tolerance" -> relative = tolerance(argument, rest);
                case "float_tolerance" -> {
                    absolute = tolerance(argument, rest);
                    relative = absolute;
                }
                default ->
                    throw new IllegalArgumentException(
                            "the default output validator has no argument \"" + argument + "\"");
            }
        }
        return new TokenComparison(caseSensitive, spaceSensitive, absolute, relative);
    }

    private static OptionalDouble tolerance(String argument, Iterator<String> rest) {
        if (rest.hasNext()) {
            try {
                double value = Double.parseDouble(rest.next());
                if (value >= 0 && !Double.isInfinite(value)) {
                    return OptionalDouble.of(value);
                }
            } catch (NumberFormatException e) {
                // Told below.
            }
        }
        throw new IllegalArgumentException(argument + " needs a number from 0 behind it");
    }

    /** The expression that an exam compares with. */
    String java() {
        StringBuilder java = new StringBuilder("Tokens.LENIENT");
        if (caseSensitive) {
            java.append(".caseSensitive()");
        }
        if (spaceSensitive) {
            java.append(".spaceSensitive()");
        }
        if (absolute.equals(relative)) {
            absolute.ifPresent(
                    value -> java.append(".withTolerance(").append(value).append(')'));
        } else {
            absolute.ifPresent(value ->
                    java.append(".withAbsoluteTolerance(").append(value).append(')'));
            relative.ifPresent(value ->
                    java.append(".withRelativeTolerance(").append(value).append(')'));
        }
        return java.toString();
    }

    /** For the candidate. */
    String words() {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                spaceSensitive
                        ? "White space must be exactly as it is shown."
                        : "The amount of white space between words does not count.");
        sentences.add(
                caseSensitive ? "Upper and lower case are different." : "Upper and lower case are taken as the same.");
        if (absolute.isPresent() && absolute.equals(relative)) {
            sentences.add("A number may be off by " + absolute.getAsDouble() + ", absolutely or relatively.");
        } else {
            absolute.ifPresent(value -> sentences.add("A number may be off by " + value + "."));
            relative.ifPresent(value -> sentences.add("A number may be off by " + value + " times the expected one."));
        }
        return String.join(" ", sentences);
    }
}

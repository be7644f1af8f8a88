package dev.assay.challenge.icpc;

import java.util.List;
import java.util.stream.Collectors;

/** How it is told whether the output of a case is right. */
sealed interface Comparison {

    /** What an exam calls on its cases, such as {@code .comparedBy(Tokens.LENIENT)}; empty for what they do anyhow. */
    String call();

    /** For the candidate. */
    String words();

    /** By the default validator. */
    record ByTokens(TokenComparison tokens) implements Comparison {

        static final ByTokens LENIENT = new ByTokens(TokenComparison.LENIENT);

        @Override
        public String call() {
            return ".comparedBy(" + tokens.java() + ")";
        }

        @Override
        public String words() {
            return "The output is compared with the right answer word by word. " + tokens.words();
        }
    }

    /** By the package's own validator, which is given these arguments. */
    record ByValidator(List<String> arguments) implements Comparison {

        public ByValidator {
            arguments = List.copyOf(arguments);
            if (arguments.stream().anyMatch(argument -> argument.matches("(?s).*[\\r\\n\\x00].*"))) {
                throw new IllegalArgumentException("an argument of its validator has a line end in it");
            }
        }

        @Override
        public String call() {
            return ".judgedBy(validator"
                    + arguments.stream()
                            .map(argument -> ", \"" + escaped(argument) + "\"")
                            .collect(Collectors.joining())
                    + ")";
        }

        private static String escaped(String argument) {
            StringBuilder java = new StringBuilder();
            argument.chars().forEach(c -> {
                if (c == '"' || c == '\\') {
                    java.append('\\').append((char) c);
                } else if (c < ' ' || c > '~') {
                    java.append(String.format("\\u%04x", c));
                } else {
                    java.append((char) c);
                }
            });
            return java.toString();
        }

        @Override
        public String words() {
            return "A program looks at the output and tells whether it is right, because there may be several right answers.";
        }
    }
}

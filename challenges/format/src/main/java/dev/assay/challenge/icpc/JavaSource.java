package dev.assay.challenge.icpc;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks into a Java source as far as it takes to find where a program begins.
 *
 * @param text the source
 * @param bare the source without comments, literals and what stands in the bodies of types, in the same places
 */
record JavaSource(String text, String bare) {

    private static final Pattern COMMENT_OR_LITERAL = Pattern.compile(
            "/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"|'(?:\\\\[^\\n]|[^'\\\\\\n])[^'\\n]{0,5}'",
            Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile(
            "((?:\\b(?:public|final|abstract|strictfp|sealed)\\s+)*)\\b(?:class|record|enum|interface)\\s+(\\w+)");
    private static final Pattern MAIN =
            Pattern.compile("\\bstatic\\s+(?:(?:public|final|synchronized)\\s+)*void\\s+main\\s*\\(\\s*(\\S)?");

    static JavaSource of(String text) {
        String code = COMMENT_OR_LITERAL.matcher(text).replaceAll(found -> blank(found.group()));
        StringBuilder bare = new StringBuilder(code);
        int depth = 0;
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (c == '}') {
                depth--;
            }
            if (depth > 0 && c != '\n') {
                bare.setCharAt(i, ' ');
            }
            if (c == '{') {
                depth++;
            }
        }
        return new JavaSource(text, bare.toString());
    }

    private static String blank(String text) {
        return Matcher.quoteReplacement(text.replaceAll("[^\\n]", " "));
    }

    /** The type at the top that a file must be called after. */
    Optional<String> publicType() {
        return TYPE.matcher(bare)
                .results()
                .filter(type -> type.group(1).contains("public"))
                .map(type -> type.group(2))
                .findFirst();
    }

    boolean hasType(String name) {
        return TYPE.matcher(bare).results().anyMatch(type -> type.group(2).equals(name));
    }

    /** The type at the top with a main method. */
    Optional<String> mainType() {
        String code = COMMENT_OR_LITERAL.matcher(text).replaceAll(found -> blank(found.group()));
        Matcher main = MAIN.matcher(code);
        if (!main.find()) {
            return Optional.empty();
        }
        return TYPE.matcher(bare)
                .results()
                .takeWhile(type -> type.start() < main.start())
                .reduce((earlier, later) -> later)
                .map(type -> type.group(2));
    }

    /** The same program, begun by a class Main; the type that has the main method is no longer public. */
    String begunByMain(String type) {
        Matcher declared = TYPE.matcher(bare);
        while (declared.find()) {
            if (declared.group(2).equals(type)) {
                String modifiers = text.substring(declared.start(1), declared.end(1));
                String without = text.substring(0, declared.start(1))
                        + modifiers.replaceFirst("public\\s+", "")
                        + text.substring(declared.end(1));
                String arguments = takesArguments() ? "args" : "";
                return without.stripTrailing() + """


                        /** Made by the import: the program begins in Main here. */
                        public class Main {
                            public static void main(String[] args) throws Exception {
                                %s.main(%s);
                            }
                        }
                        """.formatted(type, arguments);
            }
        }
        return text;
    }

    private boolean takesArguments() {
        String code = COMMENT_OR_LITERAL.matcher(text).replaceAll(found -> blank(found.group()));
        Matcher main = MAIN.matcher(code);
        return main.find() && !")".equals(main.group(1));
    }
}

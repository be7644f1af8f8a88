package dev.assay.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL with parameters such as {@code :name}, for a driver that wants question marks. In strings, comments, quoted names and the
 * bodies of functions a colon is only a colon, as it is in {@code ::} and in the slice of an array.
 *
 * @param sql with a question mark for each place
 * @param names of the places, in their order
 */
record NamedParameters(String sql, List<String> names) {
    private static final Pattern TOKEN = Pattern.compile("""
            (?<untouched>
                --[^\\n]*
              | [eE]'(?:[^'\\\\]|\\\\.|'')*+'?
              | '(?:[^']|'')*+'?
              | "(?:[^"]|"")*+"?
              | \\$(?<tag>(?:[^\\W\\d]\\w*)?)\\$.*?(?:\\$\\k<tag>\\$|\\z)
              | [^\\W\\d]\\w*
              | ::|:=
            )
            | (?<comment>/\\*)
            | (?<![\\w)\\]'"]):(?<name>[^\\W\\d]\\w*)
            | (?<mark>\\?)
            """, Pattern.COMMENTS | Pattern.DOTALL);

    private static final Pattern EDGE = Pattern.compile("/\\*|\\*/");

    static NamedParameters of(String source) {
        StringBuilder sql = new StringBuilder();
        List<String> names = new ArrayList<>();
        Matcher token = TOKEN.matcher(source);
        int at = 0;
        while (token.find(at)) {
            sql.append(source, at, token.start());
            at = token.end();
            if (token.group("comment") != null) {
                at = endOfComment(source, token.start());
                sql.append(source, token.start(), at);
            } else if (token.group("name") != null) {
                names.add(token.group("name"));
                sql.append('?');
            } else {
                sql.append(token.group("mark") != null ? "??" : token.group());
            }
        }
        return new NamedParameters(sql.append(source.substring(at)).toString(), List.copyOf(names));
    }

    /** Comments nest. */
    private static int endOfComment(String source, int start) {
        int depth = 0;
        Matcher edge = EDGE.matcher(source);
        for (int at = start; edge.find(at); at = edge.end()) {
            depth += edge.group().equals("/*") ? 1 : -1;
            if (depth == 0) {
                return edge.end();
            }
        }
        return source.length();
    }
}

package dev.assay.runner.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Whether a statement can be read and worked from, as far as a program can tell. */
final class Statements {

    /** Fewer do not hold a task, its contract and what is graded. */
    private static final int FEWEST_WORDS = 120;

    private static final Pattern HTML = Pattern.compile("</?[a-zA-Z][^>`]*>");
    private static final Pattern LINK = Pattern.compile("!?\\[[^]]*]\\(\\s*(?!https://|#)([^)]*)\\)");

    private Statements() {}

    static List<String> problems(String statement) {
        List<String> problems = new ArrayList<>();
        boolean code = false;
        boolean hasCode = false;
        int words = 0;
        int number = 0;
        for (String line : statement.lines().toList()) {
            number++;
            if (line.strip().startsWith("```")) {
                code = !code;
                hasCode = true;
            } else if (!code) {
                words += line.isBlank() ? 0 : line.strip().split("\\s+").length;
                problems.addAll(inProse(line.replaceAll("`[^`]*`", "``"), number));
            }
        }
        if (code) {
            problems.add("statement.md: the last ``` is never closed, so the rest is shown as code; close it");
        }
        if (!hasCode) {
            problems.add(
                    "statement.md: there is no example between ``` lines; show a request and its answer, or an input and its"
                            + " output");
        }
        if (words < FEWEST_WORDS) {
            problems.add("statement.md: " + words
                    + " words hardly hold the task, its contract and what is graded; write at least " + FEWEST_WORDS);
        }
        return problems;
    }

    private static List<String> inProse(String line, int number) {
        List<String> problems = new ArrayList<>();
        if (HTML.matcher(line).find()) {
            problems.add("statement.md:" + number + ": HTML is shown as text; use Markdown, or put it in backticks");
        }
        var link = LINK.matcher(line);
        if (link.find()) {
            problems.add("statement.md:" + number + ": the link or picture \"" + link.group(1)
                    + "\" leads nowhere for a candidate; only https links and headings of the page can be followed");
        }
        return problems;
    }
}

package dev.assay.challenge;

import java.util.Locale;
import java.util.regex.Pattern;

/** The names that packages and what is in them go by: lower-case words and digits joined by hyphens. */
public final class Slug {

    public static final int LONGEST = 60;

    /** What to tell an author whose name is none. */
    public static final String RULE =
            "Use lower-case words and digits joined by hyphens, at most " + LONGEST + " characters.";

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Slug() {}

    public static boolean matches(String name) {
        return name.length() <= LONGEST && SLUG.matcher(name).matches();
    }

    /** The words of a text as a slug; empty when it has none, and longer than a slug may be when the text is. */
    public static String of(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** The beginning of it, where there may be less than a whole slug. */
    public static String of(String text, int longest) {
        String slug = of(text);
        return slug.length() > longest ? slug.substring(0, longest).replaceAll("-$", "") : slug;
    }
}

package dev.assay.challenge.icpc;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The constants of a problem package, by name and by name with variant.
 *
 * @param tooLong names of those that are not filled in, for a text may name one very often
 */
record Constants(Map<String, String> values, Set<String> tooLong) {

    static final int LONGEST = 200;

    private static final Pattern SEQUENCE = Pattern.compile("\\{\\{([A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_]+)?)}}");

    static Constants of(IcpcYaml yaml) {
        Map<String, String> values = new HashMap<>();
        for (String name : yaml.values().keySet()) {
            yaml.text(name).ifPresent(value -> {
                values.put(name, value);
                values.put(name + ".value", value);
            });
            IcpcYaml variants = yaml.mapping(name);
            variants.text("value").ifPresent(value -> values.put(name, value));
            for (String variant : variants.values().keySet()) {
                variants.text(variant).ifPresent(value -> values.put(name + "." + variant, value));
            }
        }
        Set<String> tooLong = new TreeSet<>();
        values.forEach((name, value) -> {
            if (value.length() > LONGEST && !name.endsWith(".value")) {
                tooLong.add(name);
            }
        });
        values.values().removeIf(value -> value.length() > LONGEST);
        return new Constants(values, tooLong);
    }

    /** Those that are not defined stay as they are. */
    String in(String text) {
        return values.isEmpty()
                ? text
                : SEQUENCE.matcher(text)
                        .replaceAll(
                                found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    String value(String name) {
        return values.getOrDefault(name, name);
    }
}

package dev.assay.challenge.icpc;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The constants of a problem package, by name and by name with variant. */
record Constants(Map<String, String> values) {

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
        return new Constants(values);
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

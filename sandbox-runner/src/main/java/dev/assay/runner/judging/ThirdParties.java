package dev.assay.runner.judging;

import dev.assay.challenge.Companions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The servers that the exam plays itself: where the service finds each, and the secret that the two share. */
record ThirdParties(List<One> all) {

    record One(String name, int port, String secret) {

        String url() {
            return "http://127.0.0.1:" + port;
        }

        String variable() {
            return name.toUpperCase(Locale.ROOT).replace('-', '_');
        }
    }

    ThirdParties {
        all = List.copyOf(all);
    }

    /** The secrets come from the seed, so that the same one replays the same exam. */
    static ThirdParties of(List<String> names, Seed seed) {
        List<One> all = new ArrayList<>();
        for (String name : names) {
            all.add(new One(name, Companions.FIRST_THIRD_PARTY_PORT + all.size(), seed.secretFor(name)));
        }
        return new ThirdParties(all);
    }

    /** Lines of shell for the service's environment. */
    String exports() {
        return all.stream()
                .map(one -> "export " + one.variable() + "_URL='" + one.url() + "' " + one.variable() + "_SECRET='"
                        + one.secret() + "'\n")
                .collect(Collectors.joining());
    }

    /** By their names, as the examiner takes them. */
    Map<String, Map<String, Object>> forExaminer() {
        Map<String, Map<String, Object>> named = new TreeMap<>();
        all.forEach(one -> named.put(one.name(), Map.of("port", one.port(), "secret", one.secret())));
        return named;
    }
}

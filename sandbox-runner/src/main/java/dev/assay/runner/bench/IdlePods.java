package dev.assay.runner.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What pods that wait for work use of the machine's memory, by the engine's reckoning. */
final class IdlePods {

    private static final Map<String, Double> UNITS =
            Map.of("B", 1.0 / 1024 / 1024, "KiB", 1.0 / 1024, "MiB", 1.0, "GiB", 1024.0);

    private final String owner;

    /** @param owner the owner label of the runner whose pods wait */
    IdlePods(String owner) {
        this.owner = owner;
    }

    /** For each pod. */
    List<Double> mebibytes() {
        String containers = Tool.run(
                "docker",
                "ps",
                "--filter",
                "label=dev.assay.owner=" + owner,
                "--format",
                "{{.ID}} {{.Label \"dev.assay.pod\"}}");
        Map<String, Double> perPod = new HashMap<>();
        for (String line : containers.lines().toList()) {
            String[] words = line.split(" ", 2);
            String used = Tool.run("docker", "stats", "--no-stream", "--format", "{{.MemUsage}}", words[0])
                    .split("/", 2)[0]
                    .strip();
            String number = used.replaceAll("[A-Za-z]+$", "");
            double unit = UNITS.getOrDefault(used.substring(number.length()), 1.0);
            perPod.merge(words[1], Double.parseDouble(number) * unit, Double::sum);
        }
        return List.copyOf(perPod.values());
    }
}

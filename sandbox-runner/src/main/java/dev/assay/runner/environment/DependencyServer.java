package dev.assay.runner.environment;

import java.util.Map;

/**
 * A server that may run beside a submission, in a container of its own.
 *
 * @param title for people
 * @param variables what the service's environment says of it
 * @param serve a shell script that becomes the server; also starts it anew on the files that a crash left
 * @param ready a shell script that ends well as soon as the server answers
 * @param seed a shell script, run in the folder of the package's seed files while the server runs
 * @param filesMiB size of its files, a part of the memory
 * @param idleMiB what it uses before anyone has used it
 * @param versions a shell script that prints its name, a tab, and its version
 */
public record DependencyServer(
        String name,
        String title,
        Map<String, String> variables,
        String serve,
        String ready,
        String seed,
        int memoryMiB,
        int filesMiB,
        int processes,
        int idleMiB,
        String versions) {
    public DependencyServer {
        variables = Map.copyOf(variables);
    }

    /** Where it is reached within the pod, as the service is told too. */
    public String url() {
        return variables.entrySet().stream()
                .filter(variable -> variable.getKey().endsWith("_URL"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " has no variable that ends in _URL"));
    }
}

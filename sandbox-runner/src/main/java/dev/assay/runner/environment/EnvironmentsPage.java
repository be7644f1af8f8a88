package dev.assay.runner.environment;

import dev.assay.challenge.Form;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page that says what is in each environment and dependency, in Markdown. */
public final class EnvironmentsPage {

    /** What rewrites the page in the repository. */
    public static final String COMMAND = "./assay environments --write docs/environments.md";

    private static final String INTRODUCTION = """
            # Environments

            <!-- Written from the images; it is not to be edited. Change sandbox-runner/src/main/resources/images, then run:
                 @COMMAND@ -->

            What there is when your code runs: the runtimes of Debian 13, with libraries from there or as their authors publish them. There is no
            network, so nothing can be added.

            Your files are the working folder. First they are built; then the service is started, once, and must listen on the loopback at
            the port in the environment variable `PORT`. In a challenge for programs, each run starts the program anew, with its standard input and
            output. The folder and `/tmp` can be written, nothing else can, and all files are in memory. A challenge says how much memory, time and
            how many processes there are: 512 MiB and 128 when it says nothing.

            """;

    private static final String DEPENDENCIES = """
            ## Dependencies

            Servers that a challenge may have beside the service. They are ready before it starts, reached over the loopback, and empty but for what
            the challenge put there.

            """;

    private EnvironmentsPage() {}

    /** @param installed name of the environment or dependency to what is in its image */
    public static String of(
            List<Environment> environments, List<DependencyServer> servers, Map<String, List<Installed>> installed) {
        StringBuilder page = new StringBuilder(INTRODUCTION.replace("@COMMAND@", COMMAND));
        page.append("| environment | | must be there | programs |\n| --- | --- | --- | --- |\n");
        for (Environment environment : environments) {
            page.append("| [`%s`](#%s) | %s | %s | %s |\n"
                    .formatted(
                            environment.name(),
                            anchor(environment.title()),
                            environment.title(),
                            Stream.of(environment.entryInWords().split(" or "))
                                    .map(file -> "`" + file + "`")
                                    .collect(Collectors.joining(" or ")),
                            environment.answering(Form.PROGRAM).isPresent() ? "yes" : "no"));
        }
        page.append('\n');
        for (Environment environment : environments) {
            section(page, environment, installed.getOrDefault(environment.name(), List.of()));
        }
        page.append(DEPENDENCIES);
        for (DependencyServer server : servers) {
            page.append("### ").append(server.title()).append("\n\n");
            page.append("`%s` in the `dependencies` of a challenge. The service finds it by %s.\n\n"
                    .formatted(server.name(), variables(server)));
            versions(page, installed.getOrDefault(server.name(), List.of()));
        }
        return page.toString().strip() + "\n";
    }

    private static void section(StringBuilder page, Environment environment, List<Installed> installed) {
        page.append("## ").append(environment.title()).append("\n\n");
        if (!environment.about().isEmpty()) {
            page.append(environment.about()).append("\n\n");
        }
        if (!environment.libraries().isEmpty()) {
            page.append("**Libraries.** ").append(environment.libraries()).append("\n\n");
        }
        versions(page, installed);
        List<String> scripts = Stream.of(
                        script("build", environment.build()),
                        script("serve", environment.serve()),
                        environment.run().map(run -> script("run", run)).orElse(""))
                .filter(script -> !script.isEmpty())
                .toList();
        if (!scripts.isEmpty()) {
            page.append("```sh\n").append(String.join("\n\n", scripts)).append("\n```\n\n");
        }
    }

    private static void versions(StringBuilder page, List<Installed> installed) {
        if (!installed.isEmpty()) {
            page.append("| | version |\n| --- | --- |\n");
            installed.forEach(one -> page.append("| ")
                    .append(one.name())
                    .append(" | ")
                    .append(one.version())
                    .append(" |\n"));
            page.append('\n');
        }
    }

    /** Empty for one that only hands over to a file of the image: it would tell a reader nothing. */
    private static String script(String key, String script) {
        return script.contains("/opt/assay/") ? "" : "# " + key + "\n" + script;
    }

    private static String variables(DependencyServer server) {
        return server.variables().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(variable -> "`" + variable.getKey() + "=" + variable.getValue() + "`")
                .collect(Collectors.joining(", "));
    }

    /** As Markdown's readers make it of a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }
}

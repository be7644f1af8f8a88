package dev.assay.runner.environment;

import dev.assay.challenge.Form;
import dev.assay.challenge.SourceFiles;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A language with its frameworks, as one image.
 *
 * @param title for people
 * @param entry the file that must be there, by its path in the workspace; a pattern such as {@code migrations/*.sql} or
 *     <code>{config.ru,main.rb}</code> means at least one such file
 * @param build a shell script, run in the folder of the candidate's files; fails when they cannot be built
 * @param serve a shell script that becomes the service
 * @param run a shell script that becomes the program for standard input and output, with the arguments that it is given itself; none
 *     where there is no such thing
 * @param about how it treats the candidate's files, for people, in Markdown; empty when there is nothing to say
 * @param libraries where they lie and how code reaches them, in a sentence; empty when there are none
 * @param versions a shell script that prints the name of each runtime and library, a tab, and its version; empty when unknown
 * @param image the files its image is built from
 */
public record Environment(
        String name,
        String title,
        String entry,
        String build,
        String serve,
        Optional<String> run,
        String about,
        String libraries,
        String versions,
        ImageFiles image) {

    /** Whether the file, or one of the files, that must be there is among these. */
    public boolean hasEntry(SourceFiles files) {
        var pattern = FileSystems.getDefault().getPathMatcher("glob:" + entry);
        return files.paths().stream().map(Path::of).anyMatch(pattern::matches);
    }

    /** The file that must be there, or those of which one must, for people. */
    public String entryInWords() {
        return entry.startsWith("{") ? entry.substring(1, entry.length() - 1).replace(",", " or ") : entry;
    }

    /** The script that answers on the port in {@code PORT}; empty where nothing of this form can run. */
    public Optional<String> answering(Form form) {
        return switch (form) {
            case SERVICE -> Optional.of(serve);
            case PROGRAM -> run.map(script -> "exec perl /opt/assay/program.pl " + quoted(script));
        };
    }

    /**
     * The script that answers on the port in {@code PORT} whether an output is right, where the files are a validator's.
     *
     * @throws IllegalStateException when the environment runs no programs
     */
    public String validating() {
        String script = run.orElseThrow(() -> new IllegalStateException(title + " runs no programs"));
        return "exec perl /opt/assay/program.pl " + quoted("exec sh /opt/assay/validator.sh " + quoted(script));
    }

    private static String quoted(String script) {
        return "'" + script.replace("'", "'\\''") + "'";
    }
}

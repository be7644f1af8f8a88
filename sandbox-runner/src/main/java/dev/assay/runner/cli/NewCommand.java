package dev.assay.runner.cli;

import dev.assay.challenge.Slug;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Makes a small challenge package that keeps what it promises, to be changed into yours.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:made", "2:the arguments cannot be used", "3:a fault of Assay or of this machine"})
final class NewCommand implements Callable<Integer> {

    private static final String TEMPLATE_TITLE = "Notes on a wall";
    private static final int LONGEST_TITLE = 120;

    private final Shell shell;

    @Parameters(
            paramLabel = "SLUG",
            description =
                    "Name of the package and of its folder, which is made here: lower-case words joined by hyphens.")
    private String written = "";

    @Option(names = "--title", paramLabel = "TITLE", description = "What candidates read; the name when left out.")
    private @Nullable String title;

    NewCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws Failure {
        Path folder = PackageFolders.path(written);
        String slug = String.valueOf(folder.getFileName());
        if (!Slug.matches(slug)) {
            throw Failure.usage(
                    "\"" + slug + "\" cannot be a package's name. " + Slug.RULE + " An example: \"ticket-counter\".");
        }
        String shown = title == null ? titleOf(slug) : title.strip();
        if (shown.isEmpty() || shown.length() > LONGEST_TITLE || !shown.matches("[^\\p{Cntrl}\"\\\\]+")) {
            throw Failure.usage(
                    "The title must have 1 to " + LONGEST_TITLE + " characters, without quotes and backslashes.");
        }
        copy(shell.library().resolveSibling("template"), folder, shown);
        shell.out().println("Made " + folder.toAbsolutePath() + ". It is a whole challenge; change it into yours:");
        shell.out().println("  statement.md, exam/, starter/, solutions/, mutants/, and challenge.yaml");
        shell.out().println("  ./assay check " + written + "     says what it does not keep");
        return ExitCode.OK;
    }

    private static void copy(Path template, Path folder, String title) throws Failure {
        try {
            Files.createDirectory(folder);
            try (Stream<Path> all = Files.walk(template)) {
                for (Path from : all.sorted().toList()) {
                    Path to = folder.resolve(template.relativize(from).toString());
                    if (Files.isDirectory(from)) {
                        Files.createDirectories(to);
                    } else {
                        Files.writeString(to, titled(from, title));
                    }
                }
            }
        } catch (FileAlreadyExistsException e) {
            throw Failure.usage(
                    "There is already a file or folder \"" + folder + "\" here. Choose another name, or remove it.");
        } catch (NoSuchFileException e) {
            throw Failure.usage("There is no folder \""
                    + folder.toAbsolutePath().getParent() + "\" to make it in. Make that first.");
        } catch (IOException e) {
            throw Failure.fault("The folder " + folder + " cannot be written (" + e.getMessage()
                    + "). Change into a folder that you may write to.");
        }
    }

    private static String titled(Path file, String title) throws IOException {
        String text = Files.readString(file);
        boolean shows = List.of("challenge.yaml", "statement.md").contains(String.valueOf(file.getFileName()));
        return shows
                ? text.replace("title: " + TEMPLATE_TITLE, "title: \"" + title + "\"")
                        .replace("# " + TEMPLATE_TITLE, "# " + title)
                : text;
    }

    private static String titleOf(String slug) {
        String words = slug.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}

package dev.assay.runner.cli;

import dev.assay.challenge.PackageException;
import dev.assay.challenge.Slug;
import dev.assay.challenge.icpc.IcpcPackage;
import dev.assay.challenge.icpc.IcpcReader;
import dev.assay.runner.LocalRunner;
import dev.assay.runner.importing.Importer;
import dev.assay.runner.sandbox.SandboxFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a challenge package of a problem package of ICPC or Kattis (legacy, 2023-07, 2025-09).",
            "Its submissions are judged: the accepted ones tell the time limit and become solutions, the wrong ones mutants.",
            "What cannot be taken over is named."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:made, and every submission that was judged did what its label says",
            "1:a submission did not do what its label says, or none was accepted and nothing was made",
            "2:the arguments or the problem package cannot be used",
            "3:a fault of Assay or of this machine"
        })
final class ImportCommand implements Callable<Integer> {

    private final Shell shell;

    @Parameters(paramLabel = "PATH", description = "Folder of the problem package.")
    private String source = "";

    @Option(names = "--into", paramLabel = "FOLDER", description = "Where the challenge's folder is made (here).")
    private String into = ".";

    @Option(
            names = "--slug",
            paramLabel = "SLUG",
            description = "Name of the challenge and of its folder (that of the problem package).")
    private @Nullable String slug;

    @Option(names = "--json", description = "Print one JSON object instead of a report.")
    private boolean json;

    ImportCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws Failure {
        Path from = PackageFolders.path(source);
        IcpcPackage problem;
        try {
            problem = IcpcReader.read(from);
        } catch (PackageException e) {
            throw Failure.unusable("The problem package " + from + " cannot be imported:", e);
        }
        Path target = target(from);
        Importer.Result result = convert(problem);
        boolean made = !result.files().isEmpty();
        if (made) {
            write(target, result.files());
        }
        if (json) {
            Json.print(shell.out(), result.report());
        } else {
            shell.out()
                    .print(new ImportText(shell.style())
                            .of(result.report(), made ? Optional.of(target) : Optional.empty()));
            shell.out().flush();
        }
        if (made) {
            requireReadable(target);
        }
        return made && result.report().allAsLabelled() ? ExitCode.OK : ExitCode.NOT_ACCEPTED;
    }

    private Path target(Path from) throws Failure {
        String name = slug == null
                ? Slug.of(String.valueOf(from.toAbsolutePath().normalize().getFileName()))
                : slug;
        if (!Slug.matches(name)) {
            throw Failure.usage("\"" + name + "\" cannot be a challenge's name. Give one with --slug. " + Slug.RULE);
        }
        Path folder = PackageFolders.path(into);
        if (!Files.isDirectory(folder)) {
            throw Failure.usage("There is no folder \"" + into + "\" to make it in. Make that first.");
        }
        Path target = folder.resolve(name);
        if (isSame(target, from)) {
            throw Failure.usage(
                    "The challenge would be made at \"" + target
                            + "\", where the problem package is. Give another name with --slug, or another folder with --into.");
        }
        if (Files.exists(target)) {
            throw Failure.usage("There is already \"" + target + "\". Remove it, or give another name with --slug.");
        }
        return target;
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    private Importer.Result convert(IcpcPackage problem) throws Failure {
        Progress progress = new Progress(shell);
        try (LocalRunner runner = LocalRunner.start(shell.usableSettings())) {
            Optional<String> reason = runner.unavailableBecause();
            if (reason.isPresent()) {
                throw Failure.fault(reason.get());
            }
            Interruption interruption = Interruption.cleaningUp(runner, shell.err());
            try {
                return new Importer(
                                runner.judge(),
                                (submission, number, all) -> progress.phase(String.format(
                                        Locale.ROOT, "%d/%d judging %s", number, all, Inert.line(submission))))
                        .convert(problem);
            } catch (SandboxFault fault) {
                throw fault.kind() == SandboxFault.Kind.PACKAGE
                        ? Failure.usage("The problem package cannot be imported. " + fault.explanation())
                        : Failure.fault(fault.explanation());
            } finally {
                interruption.end();
                progress.finish();
            }
        }
    }

    private static void write(Path target, SortedMap<String, String> files) throws Failure {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = target.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        } catch (IOException e) {
            throw Failure.fault("The folder " + target + " cannot be written (" + e.getMessage()
                    + "). Remove what is there of it, and import into a folder that you may write to.");
        }
    }

    /** What was made must be a challenge; should it not be one, its author sees why. */
    private static void requireReadable(Path target) throws Failure {
        try {
            LocalRunner.packages().readChallenge(target);
        } catch (PackageException e) {
            throw Failure.unusable(target + " was made, but must be corrected by hand:", e);
        }
    }
}

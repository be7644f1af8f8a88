package dev.assay.runner.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The commands that {@code ./assay} hands on to Java. */
public final class Main {

    private static final int MOST_PROBLEMS = 40;

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(Shell.ofThisProcess(), args));
    }

    static int run(Shell shell, String... args) {
        CommandLine line = new CommandLine(new Root())
                .addSubcommand(new JudgeCommand(shell))
                .addSubcommand(new CheckCommand(shell))
                .addSubcommand(new NewCommand(shell))
                .addSubcommand(new ImportCommand(shell))
                .addSubcommand(new PrepareCommand(shell))
                .addSubcommand(new BenchCommand(shell))
                .addSubcommand(new EnvironmentsCommand(shell))
                .addSubcommand(new DoctorCommand(shell));
        line.setOut(new PrintWriter(shell.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setParameterExceptionHandler((refused, given) -> reportUsage(shell, refused, given));
        line.setExecutionExceptionHandler((failure, command, parsed) -> report(shell, failure, args));
        return line.execute(args);
    }

    private static int reportUsage(Shell shell, CommandLine.ParameterException refused, String... args) {
        String message = Inert.line(String.valueOf(refused.getMessage()));
        if (wantsJson(args)) {
            Json.print(shell.out(), new ErrorReport(message, List.of()));
        } else {
            shell.err().println("assay: " + message);
            shell.err().print(refused.getCommandLine().getUsageMessage(Ansi.OFF));
        }
        return ExitCode.USAGE;
    }

    private static int report(Shell shell, Exception failure, String... args) {
        if (!(failure instanceof Failure known)) {
            return report(
                    shell,
                    Failure.fault("Assay failed: " + failure
                            + ". Try again; when it stays, run ./assay doctor, which says what this machine lacks."),
                    args);
        }
        if (wantsJson(args)) {
            Json.print(shell.out(), new ErrorReport(known.explanation(), known.problems()));
        } else {
            shell.err().println("assay: " + Inert.line(known.explanation()));
            known.problems().stream()
                    .limit(MOST_PROBLEMS)
                    .forEach(problem -> shell.err().println("  " + Inert.line(problem.describe())));
            int more = known.problems().size() - MOST_PROBLEMS;
            if (more > 0) {
                shell.err().println("  … and " + Count.of(more, "more problem") + "; mend these first, or pass --json");
            }
        }
        return known.exitCode();
    }

    /** Asked of the bare arguments, because an error in them must be told in the wanted form as well. */
    private static boolean wantsJson(String... args) {
        return Arrays.asList(args).contains("--json");
    }

    @Command(
            name = "assay",
            mixinStandardHelpOptions = true,
            description = "Judges submissions in pods of containers.",
            synopsisSubcommandLabel = "COMMAND")
    static final class Root implements Runnable {

        @CommandLine.Spec
        private CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public void run() {
            if (spec != null) {
                throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
            }
        }
    }
}

package dev.assay.runner.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of this machine that the benchmark runs to their end. */
final class Tool {

    private static final int MINUTES = 10;

    private Tool() {}

    /** What it printed. */
    static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String printed;
            try (InputStream output = process.getInputStream()) {
                printed = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
            }
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new BenchFault(command[0] + " did not end within " + MINUTES + " minutes");
            }
            if (process.exitValue() != 0) {
                throw new BenchFault("\"" + String.join(" ", List.of(command).subList(0, Math.min(3, command.length)))
                        + " …\" failed with status " + process.exitValue() + ": " + last(printed));
            }
            return printed;
        } catch (IOException e) {
            throw new BenchFault(command[0] + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFault("The benchmark was stopped", e);
        }
    }

    static String last(String printed) {
        return printed.length() > 600 ? "…" + printed.substring(printed.length() - 600) : printed;
    }
}

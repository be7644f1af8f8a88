package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.PackageException;
import dev.assay.runner.check.CheckReport;
import dev.assay.runner.check.Checker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The gate, on what is shipped. */
class LibraryIT {

    private static final Path LIBRARY = Path.of("..", "challenges", "library");
    private static final Path TEMPLATE = Path.of("..", "challenges", "template");

    /** Two at a time: the second slot's judgements are the load under which the first's must hold. */
    private static final int SLOTS = 2;

    @Test
    void everyPackageKeepsWhatItPromises() throws Exception {
        List<Challenge> challenges = new ArrayList<>(library());
        challenges.add(LocalRunner.packages().readChallenge(TEMPLATE));
        RunnerSettings settings = RealEngine.settings().withSlots(SLOTS).withWarmMemoryMiB(1024);
        try (LocalRunner runner = LocalRunner.start(settings)) {
            assertThat(runner.unavailableBecause()).isEmpty();

            require(new Checker(runner.judge(), SLOTS, LibraryIT::tell).check(challenges, 1));
        }
    }

    /** It takes a while, so that a sign of life is welcome. */
    private static void tell(String source, Optional<String> wrong, int done, int all) {
        wrong.ifPresent(what -> System.out.println("library: " + source + ": " + what));
        if (done % 50 == 0 || done == all) {
            System.out.println("library: " + done + " of " + all + " judged");
        }
    }

    static List<Challenge> library() throws PackageException {
        return LocalRunner.packages().readLibrary(LIBRARY).challenges();
    }

    static void require(CheckReport report) {
        String problems = report.packages().isEmpty()
                ? "No package was checked."
                : report.packages().stream().flatMap(LibraryIT::problems).collect(Collectors.joining("\n"));
        assertThat(problems).as("problems, one in a line").isEmpty();
    }

    private static Stream<String> problems(CheckReport.Checked one) {
        Stream<String> nothing = one.sources().isEmpty() ? Stream.of("none of its sources was judged") : Stream.of();
        Stream<String> ofSources = one.sources().stream()
                .flatMap(source -> source.problems().stream()
                        .map(problem -> source.kind() + " " + source.name() + ": " + problem.replace("\n", " | ")));
        return Stream.of(nothing, one.problems().stream(), ofSources)
                .flatMap(some -> some)
                .map(problem -> one.name() + ": " + problem);
    }
}

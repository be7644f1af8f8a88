package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.PackageException;
import dev.assay.runner.check.CheckReport;
import dev.assay.runner.check.Checker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /** It takes a quarter of an hour, so that a sign of life is welcome. */
    private static void tell(String source, int done, int all) {
        if (done % 50 == 0 || done == all) {
            System.out.println("library: " + done + " of " + all + " judged");
        }
    }

    static List<Challenge> library() throws PackageException {
        return LocalRunner.packages().readLibrary(LIBRARY).challenges();
    }

    static void require(CheckReport report) {
        assertThat(report.packages()).isNotEmpty().allSatisfy(one -> {
            assertThat(one.problems()).as(one.name()).isEmpty();
            assertThat(one.sources())
                    .as(one.name())
                    .isNotEmpty()
                    .allSatisfy(source -> assertThat(source.problems())
                            .as(source.kind() + " " + source.name())
                            .isEmpty());
        });
    }
}

package dev.assay.runner;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ShippedChallengesTest {

    @TempDir
    static Path cache;

    private static LocalRunner runner;

    @BeforeAll
    static void startRunner() {
        RunnerSettings defaults = RunnerSettings.defaults();
        runner = LocalRunner.start(new RunnerSettings(
                defaults.dockerHost(), defaults.runtime(), defaults.slots(), defaults.queueCapacity(), cache));
    }

    @AfterAll
    static void closeRunner() {
        runner.close();
    }

    @TestFactory
    Stream<DynamicContainer> everyChallenge() throws Exception {
        return new LibrarySuite(runner, environment -> true).everyChallenge();
    }
}

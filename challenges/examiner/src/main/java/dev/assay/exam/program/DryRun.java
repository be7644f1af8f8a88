package dev.assay.exam.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs an exam of no consequence, so that what every exam needs has been loaded before there is one. It has a service of its own,
 * of which nothing is left.
 */
final class DryRun {
    /** Made with the image. */
    static final Path CLASSES = Path.of("/opt/assay/examiner/dry-run.json");

    private DryRun() {}

    /** Never throws: without it the first exam only takes longer. */
    static void run(Path file) {
        try (EchoService service = EchoService.start()) {
            Map<String, byte[]> classes = new HashMap<>();
            JsonMapper.shared()
                    .readTree(Files.readAllBytes(file))
                    .path("classes")
                    .forEachEntry((name, bytes) ->
                            classes.put(name, Base64.getDecoder().decode(bytes.stringValue())));
            Exam exam = Exam.load(classes, Companions.none(), false);
            Controls controls = new Controls((type, fields) -> {}, new NeverReady());
            // What asks the runner for something fails at once.
            controls.close();
            exam.run(new Surroundings("127.0.0.1", service.port(), controls, Companions.none()), new Report() {
                @Override
                public void started(PlannedTest test) {}

                @Override
                public void broken(String why) {}

                @Override
                public void finished(PlannedTest test, Result result, long millis, String message) {}
            });
        } catch (IOException | BrokenExam | JacksonException e) {
            System.err.println("There was no dry run: " + e);
        }
        System.gc();
    }

    private static final class NeverReady implements Controls.Readiness {
        @Override
        public Duration limit() {
            return Duration.ZERO;
        }

        @Override
        public boolean await(String target, Duration atMost) {
            return false;
        }

        @Override
        public boolean isReferenceCalled() {
            return false;
        }

        @Override
        public boolean isReferenceCalledByOthers() {
            return false;
        }
    }
}

package dev.assay.api.testing;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Companions;
import dev.assay.challenge.ExamData;
import dev.assay.challenge.Exercise;
import dev.assay.challenge.Form;
import dev.assay.challenge.Level;
import dev.assay.challenge.Limits;
import dev.assay.challenge.Rubric;
import dev.assay.challenge.SourceFiles;
import dev.assay.challenge.Track;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small challenge and a small exercise. */
public final class TestContent {

    private TestContent() {}

    public static Challenge challenge() {
        return new Challenge(
                "echo",
                "Echo",
                List.of("http"),
                Track.DEVELOPER,
                Level.JUNIOR,
                60,
                List.of("java", "python"),
                new TreeMap<>(Map.of("correctness", 70, "validation", 30)),
                Limits.DEFAULT,
                Form.SERVICE,
                Companions.NONE,
                8080,
                "# Echo",
                SourceFiles.of(Map.of("EchoTests.java", "class EchoTests {}")),
                ExamData.NONE,
                new TreeMap<>(Map.of(
                        "java",
                        SourceFiles.of(Map.of("Main.java", "class Main {}")),
                        "python",
                        SourceFiles.of(Map.of("main.py", "pass")))),
                List.of(),
                List.of(),
                new TreeMap<>(),
                "challenge-version");
    }

    public static Exercise exercise() {
        return new Exercise(
                "echo-at-scale",
                "Echo at scale",
                List.of("design"),
                Track.ENGINEER,
                Level.SENIOR,
                30,
                "# Brief",
                List.of(new Exercise.Given("requests", "1,000/s")),
                List.of(
                        new Exercise.Section("api", "API", "Which calls are there?"),
                        new Exercise.Section("storage", "Storage", "Where does it live?")),
                rubric(),
                "exercise-version");
    }

    public static Rubric rubric() {
        TreeMap<Integer, String> anchors =
                new TreeMap<>(Map.of(1, "nothing", 2, "a little", 3, "enough", 4, "more", 5, "everything"));
        return new Rubric(List.of(
                new Rubric.Criterion("clarity", "Clarity", 1, "Is it clear?", anchors),
                new Rubric.Criterion("depth", "Depth", 3, "Is it deep?", anchors)));
    }
}

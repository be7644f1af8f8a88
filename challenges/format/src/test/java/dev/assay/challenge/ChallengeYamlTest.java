package dev.assay.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What challenge.yaml may hold, and what its author reads when it holds something else. */
class ChallengeYamlTest {

    private PackageFolder folder;

    @TempDir
    private Path parent;

    @BeforeEach
    void writeAValidPackage() {
        folder = PackageFolder.challenge(parent);
    }

    @Test
    void anUnknownKeyIsNamedWithItsLineAndTheNearestSpelling() {
        folder.with("challenge.yaml", PackageFolder.CHALLENGE + "lvl: mid\nenviroments: [java]\n");

        assertThat(folder.problems())
                .containsExactly(
                        "challenge.yaml:12: Unknown key \"lvl\". Allowed: id, title, skills, track, level, minutes,"
                                + " environments, categories, form, limits, dependencies, thirdParties, port, reference, withoutMutant.",
                        "challenge.yaml:13: Unknown key \"enviroments\". Did you mean \"environments\"? Allowed: id,"
                                + " title, skills, track, level, minutes, environments, categories, form, limits,"
                                + " dependencies, thirdParties, port, reference, withoutMutant.");
    }

    @Test
    void anUnknownKeyInsideLimitsIsNamedWithItsPlace() {
        folder.replacing("challenge.yaml", "examSeconds", "examSecond");
        assertThat(folder.problems())
                .singleElement()
                .asString()
                .startsWith("challenge.yaml:11: Unknown key \"limits.examSecond\". Did you mean \"examSeconds\"?");
    }

    @Test
    void missingKeysAreAllReported() {
        folder.with("challenge.yaml", "minutes: 45\n");
        assertThat(folder.problems())
                .anyMatch(problem -> problem.contains("The key \"title\" is missing"))
                .anyMatch(problem -> problem.contains("The key \"skills\" is missing"))
                .anyMatch(problem -> problem.contains("The key \"track\" is missing"))
                .anyMatch(problem -> problem.contains("The key \"level\" is missing"))
                .anyMatch(problem -> problem.contains("The key \"environments\" is missing"))
                .anyMatch(problem -> problem.contains("The key \"categories\" is missing"));
    }

    @Test
    void wrongTypesSayWhatIsThereAndWhatIsAllowed() {
        folder.replacing("challenge.yaml", "title: Echo service", "title: 2026")
                .replacing("challenge.yaml", "minutes: 45", "minutes: soon")
                .replacing("challenge.yaml", "skills: [http, concurrency]", "skills: http")
                .replacing("challenge.yaml", "limits:\n  examSeconds: 30", "limits: 30")
                .replacing("challenge.yaml", "correctness: 70", "correctness: 70.5");
        assertThat(folder.problems())
                .containsExactly(
                        "challenge.yaml:1: \"title\" must be text, but is the number \"2026\". If it is meant as text,"
                                + " put it between quotes: \"2026\".",
                        "challenge.yaml:2: \"skills\" must be a list, but is the text \"http\". Write at least one"
                                + " entry, each in a line that begins with \"- \".",
                        "challenge.yaml:5: \"minutes\" must be a whole number, but is the text \"soon\". Allowed is a"
                                + " whole number from 5 to 480.",
                        "challenge.yaml:8: \"categories.correctness\" must be a whole number, but is the number"
                                + " \"70.5\". Allowed is a whole number from 1 to 100.",
                        "challenge.yaml:10: \"limits\" must be a mapping, but is the number \"30\". Write a mapping"
                                + " with the keys buildSeconds, readySeconds, examSeconds, buildCpuSeconds, cpuSeconds, memoryMiB, filesMiB, processes,"
                                + " outputKiB.");
    }

    @Test
    void numbersOutOfRangeNameTheRange() {
        folder.replacing("challenge.yaml", "minutes: 45", "minutes: 4000")
                .replacing("challenge.yaml", "examSeconds: 30", "examSeconds: 0")
                .with("challenge.yaml", folder.text("challenge.yaml") + "port: 80\n");
        assertThat(folder.problems())
                .containsExactly(
                        "challenge.yaml:5: \"minutes\" is 4000. Allowed is a whole number from 5 to 480.",
                        "challenge.yaml:11: \"limits.examSeconds\" is 0. Allowed is a whole number from 1 to 600.",
                        "challenge.yaml:12: \"port\" is 80. Allowed is a whole number from 1024 to 32767.");
    }

    @Test
    void aKeyGivenTwiceNamesBothLines() {
        folder.with("challenge.yaml", PackageFolder.CHALLENGE + "title: Again\n");
        assertThat(folder.problems())
                .containsExactly(
                        "challenge.yaml:12: The key \"title\" is given twice, first in line 1." + " Keep one of them.");
    }

    @Test
    void brokenYamlIsReportedWithItsLine() {
        folder.replacing("challenge.yaml", "title: Echo service", "title: Echo: a service");
        assertThat(folder.problems())
                .contains("challenge.yaml:1: This is not valid YAML: mapping values are not allowed here. Put text that"
                        + " has : or # or quotes in it between quotes, and indent with spaces.");
    }

    @Test
    void aYamlFileThatIsEmptyOrNoMappingIsReportedOnce() {
        folder.with("challenge.yaml", "- a\n- b\n");
        assertThat(folder.problems()).first().asString().startsWith("challenge.yaml:1: The file does not hold keys");
        folder.with("challenge.yaml", "");
        assertThat(folder.problems()).first().asString().startsWith("challenge.yaml: The file does not hold keys");
    }

    @Test
    void yamlBombsAreRefusedWithoutUnfolding() {
        folder.with("challenge.yaml", "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n");
        assertThat(folder.problems())
                .contains("challenge.yaml:2: The alias \"*a\" is not allowed. Write the value out.");
        folder.with("challenge.yaml", "skills: " + "[".repeat(5000) + "]".repeat(5000));
        assertThat(folder.problems())
                .first()
                .asString()
                .startsWith("challenge.yaml: This is not valid YAML: Nesting Depth exceeded");
    }

    @Test
    void yamlTagsCreateNothing() {
        folder.replacing("challenge.yaml", "title: Echo service", "title: !!java.net.URL [\"http://localhost\"]");
        assertThat(folder.problems())
                .first()
                .asString()
                .startsWith("challenge.yaml:1: This is not valid YAML: Global tag is not allowed");
    }

    @Test
    void controlCharactersOfAPackageNeverReachTheTerminal() {
        folder.with("challenge.yaml", PackageFolder.CHALLENGE + "\"\\e[31mred\\u202e\": 1\n");
        assertThat(folder.problems())
                .singleElement()
                .asString()
                .startsWith("challenge.yaml:12: Unknown key \"?[31mred?\"");
    }
}

package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Exercise;
import dev.assay.challenge.Library;
import dev.assay.challenge.Track;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The page that lists what ships says what is in the packages; {@code -Dassay.library.write=true} writes it anew. */
class LibraryPageTest {

    private static final Path PAGE = Path.of("..", "docs", "library.md");

    @Test
    void saysWhatShips() throws Exception {
        String page = page(LocalRunner.packages().readLibrary(Path.of("..", "challenges", "library")));
        if (Boolean.getBoolean("assay.library.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/library.md; write it anew with -Dassay.library.write=true")
                .isEqualTo(page);
    }

    private static String page(Library library) {
        StringBuilder page = new StringBuilder("""
                # The library

                <!-- Written from the packages; it is not to be edited. Change a challenge.yaml, then run:
                     mvn test -pl sandbox-runner -am -Dtest=LibraryPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dassay.library.write=true -->

                What ships in `challenges/library`. Each link leads to what a candidate reads. Solutions, wrong solutions and the exam lie beside it, so take a challenge of
                your own where a candidate may know these.
                """);
        challenges(
                page,
                "For developers",
                "Defined work: features, queries, bugs, other people's interfaces.",
                library,
                Track.DEVELOPER);
        challenges(
                page,
                "For engineers",
                "Consistency, failure, load, security; the way there is the candidate's.",
                library,
                Track.ENGINEER);
        page.append("\n## Design exercises\n\n| exercise | level | minutes | skills |\n| --- | --- | --- | --- |\n");
        for (Exercise exercise : library.exercises()) {
            page.append("| [%s](../challenges/library/design/%s/brief.md) | %s | %d | %s |\n"
                    .formatted(
                            exercise.title(),
                            exercise.id(),
                            word(exercise.level()),
                            exercise.minutes(),
                            String.join(", ", exercise.skills())));
        }
        return page.toString();
    }

    private static void challenges(StringBuilder page, String title, String about, Library library, Track track) {
        page.append("\n## ").append(title).append("\n\n").append(about).append("\n\n");
        page.append("| challenge | level | minutes | skills | environments | needs |\n");
        page.append("| --- | --- | --- | --- | --- | --- |\n");
        library.challenges().stream()
                .filter(challenge -> challenge.track() == track)
                .sorted(Comparator.comparing(Challenge::level).thenComparing(Challenge::title))
                .forEach(challenge ->
                        page.append("| [%s](../challenges/library/coding/%s/statement.md) | %s | %d | %s | %s | %s |\n"
                                .formatted(
                                        challenge.title(),
                                        challenge.id(),
                                        word(challenge.level()),
                                        challenge.minutes(),
                                        String.join(", ", challenge.skills()),
                                        String.join(", ", challenge.environments()),
                                        String.join(", ", needs(challenge)))));
    }

    private static List<String> needs(Challenge challenge) {
        return challenge.dependencies().stream()
                .map(dependency -> dependency.name())
                .toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

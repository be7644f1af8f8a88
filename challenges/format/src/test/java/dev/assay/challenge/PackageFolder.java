package dev.assay.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A valid package on disk, for a test to spoil in one place. */
record PackageFolder(Path path) {

    static final PackageReader READER = new PackageReader(
            Existing.of(Set.of("java", "node", "php", "python", "ruby"), Set.of("postgresql", "redis")));

    static final String CHALLENGE = """
            title: Echo service
            skills: [http, concurrency]
            track: developer
            level: mid
            minutes: 45
            environments: [python, java]
            categories:
              correctness: 70
              validation: 30
            limits:
              examSeconds: 30
            """;

    static final String MUTANT = """
            environment: python
            idea: Answers in upper case
            fails: [EchoTests.repeatsTheText]
            edits:
              - file: main.py
                find: 'print("echo")'
                replace: 'print("ECHO")'
            """;

    static final String EXERCISE = """
            title: Echo at scale
            skills: [caching]
            track: engineer
            level: senior
            minutes: 45
            givens:
              - name: Requests per second
                value: 5000
            sections:
              - id: numbers
                title: Numbers
                prompt: Estimate.
              - id: failure
                title: Failure
                prompt: What breaks first?
            """;

    static final String RUBRIC = """
            criteria:
              - id: estimates
                title: Estimates
                weight: 2
                question: Do the numbers follow from the givens?
                levels:
                  1: Gives no number
                  2: Repeats the givens
                  3: Derives storage
                  4: Derives storage and bandwidth
                  5: Derives all and shows which one decides the design
            """;

    static PackageFolder challenge(Path parent) {
        return new PackageFolder(parent.resolve("echo"))
                .with("challenge.yaml", CHALLENGE)
                .with("statement.md", "# Echo\n\nRepeat what you are told.\n")
                .with("exam/EchoTests.java", """
                        class EchoTests {
                            // @Test void isOnlyAComment() {}
                            static final String ANY = "*/*"; /* @Category("no") */

                            @Test
                            @Category("correctness")
                            void repeatsTheText() {}

                            @Test @Category("validation") void refusesNothing() {}
                        }
                        """)
                .with("starter/python/main.py", "pass\n")
                .with("starter/java/Main.java", "class Main {}\n")
                .with("solutions/python/main.py", "import sys\nprint(\"echo\")\n")
                .with("solutions/java/Main.java", "class Main { int echo; }\n")
                .with("mutants/upper/mutant.yaml", MUTANT);
    }

    static PackageFolder exercise(Path parent) {
        return new PackageFolder(parent.resolve("echo-at-scale"))
                .with("exercise.yaml", EXERCISE)
                .with("brief.md", "Everybody wants an echo.\n")
                .with("rubric.yaml", RUBRIC);
    }

    PackageFolder with(String file, String text) {
        return with(file, text.getBytes(StandardCharsets.UTF_8));
    }

    PackageFolder with(String file, byte[] content) {
        try {
            Files.createDirectories(path.resolve(file).getParent());
            Files.write(path.resolve(file), content);
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    PackageFolder without(String file) {
        try {
            Files.delete(path.resolve(file));
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    PackageFolder replacing(String file, String found, String replacement) {
        String text = text(file);
        if (!text.contains(found)) {
            throw new AssertionError(file + " does not contain " + found);
        }
        return with(file, text.replace(found, replacement));
    }

    String text(String file) {
        try {
            return Files.readString(path.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Challenge read() throws PackageException {
        return READER.readChallenge(path);
    }

    List<String> problems() {
        return problemsOf(this::read);
    }

    /** What is wrong with a package, as people read it; fails when nothing is. */
    static List<String> problemsOf(ThrowingCallable reading) {
        PackageException refused = catchThrowableOfType(PackageException.class, reading);
        assertThat(refused).as("the package is refused").isNotNull();
        return refused.problems().stream().map(PackageProblem::describe).toList();
    }
}

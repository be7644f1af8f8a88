package dev.assay.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands beside a submission: dependencies, third parties, a reference, a validator. */
class CompanionsPackageTest {

    private PackageFolder folder;

    @TempDir
    private Path parent;

    @BeforeEach
    void writeAValidPackage() {
        folder = PackageFolder.challenge(parent);
    }

    @Test
    void thirdPartiesHaveNamesOfTheirOwn() throws PackageException {
        folder.with("challenge.yaml", folder.text("challenge.yaml") + "thirdParties: [payments, mail-out]\n");
        assertThat(folder.read().companions().thirdParties()).containsExactly("payments", "mail-out");

        folder.replacing("challenge.yaml", "[payments, mail-out]", "[Payments, redis, mail, mail]");
        assertThat(folder.problems())
                .anyMatch(problem -> problem.contains("names \"Payments\", which cannot be a third party's name"))
                .anyMatch(problem -> problem.contains("names \"redis\", which cannot be a third party's name"))
                .anyMatch(problem -> problem.contains("has \"mail\" twice"))
                .hasSize(3);
    }

    @Test
    void aReferenceIsASolutionForEachEnvironment() throws PackageException {
        folder.with("challenge.yaml", folder.text("challenge.yaml") + "reference: true\n");
        assertThat(folder.read().companions().references()).containsOnlyKeys("java", "python");

        folder.replacing("challenge.yaml", "[python, java]", "[python, java, node, ruby]")
                .with("starter/node/main.js", "// to do\n")
                .with("starter/ruby/main.rb", "# to do\n")
                .with("solutions/node/main.js", "console.log('echo')\n");
        assertThat(folder.problems())
                .singleElement()
                .asString()
                .contains("\"reference\" is true, but there is no solution for ruby to compare a submission with");

        folder.replacing("challenge.yaml", "reference: true", "reference: sure");
        assertThat(folder.problems())
                .singleElement()
                .asString()
                .contains("\"reference\" is \"sure\". Write `reference: true`");
    }

    @Test
    void dependenciesComeWithTheirSeeds() throws PackageException {
        folder.with("challenge.yaml", PackageFolder.CHALLENGE + "dependencies: []\n");
        assertThat(folder.read().dependencies()).isEmpty();

        folder.with("challenge.yaml", PackageFolder.CHALLENGE + "dependencies: [redis, postgresql]\n");
        folder.with("seed/postgresql/1-tables.sql", "create table t ();\n");
        assertThat(folder.read().dependencies())
                .containsExactly(
                        new Dependency("redis", SourceFiles.empty()),
                        new Dependency("postgresql", SourceFiles.of(Map.of("1-tables.sql", "create table t ();\n"))));

        folder.with("challenge.yaml", PackageFolder.CHALLENGE + "dependencies: [redis, kafka]\n");
        assertThat(folder.problems())
                .containsExactly(
                        "challenge.yaml:12: \"dependencies\" names \"kafka\", which does not exist."
                                + " Allowed: postgresql, redis.",
                        "seed/postgresql: This is for no dependency that challenge.yaml declares. Declare it under"
                                + " `dependencies`, or remove it. Allowed: redis.");
    }

    @Test
    void aValidatorIsAProgramInALanguageThatCanBeRun() throws PackageException {
        folder.with("exam/validator/python/main.py", "exit(42)\n");
        Validator validator = folder.read().companions().validator().orElseThrow();
        assertThat(validator.language()).isEqualTo("python");
        assertThat(validator.files().paths()).containsExactly("main.py");

        folder.with("exam/validator/cobol/main.cob", "STOP RUN.\n");
        assertThat(folder.problems())
                .containsExactly(
                        "exam/validator: There is more than one validator: cobol, python. Keep one folder, called after its"
                                + " language.");

        folder.without("exam/validator/python/main.py");
        assertThat(folder.problems())
                .containsExactly(
                        "exam/validator/cobol: There is nothing to run a validator in \"cobol\" with. Allowed: java,"
                                + " node, php, python, ruby.");

        folder.without("exam/validator/cobol/main.cob").with("exam/validator/main.py", "exit(42)\n");
        assertThat(folder.problems())
                .containsExactly(
                        "exam/validator/main.py: This is a file, not a folder. Put it into a folder that is called"
                                + " after its language. Allowed: java, node, php, python, ruby.");
    }

    @Test
    void somePortsAreKeptForWhatStandsBesideASubmission() {
        for (int port : List.of(7000, 7009)) {
            folder.with(
                    "challenge.yaml",
                    folder.text("challenge.yaml").replaceAll("port: .*\n", "") + "port: " + port + "\n");
            assertThat(folder.problems())
                    .containsExactly(
                            "challenge.yaml:12: \"port\" is " + port + ", which is kept for what stands beside a"
                                    + " submission. Choose one outside 7000 to 7009, or leave it out.");
        }
    }
}

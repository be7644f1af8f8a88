package dev.assay.challenge.icpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.assay.challenge.PackageException;
import dev.assay.challenge.PackageProblem;
import dev.assay.challenge.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small packages of our own in the three versions of the format, in {@code src/test/resources/icpc}. */
class IcpcReaderTest {

    private static final Path PACKAGES = Path.of("src", "test", "resources", "icpc");

    @TempDir
    private Path folder;

    private static IcpcPackage read(String name) throws PackageException {
        return IcpcReader.read(PACKAGES.resolve(name));
    }

    private static Map<String, String> left(IcpcPackage problem) {
        Map<String, String> left = new TreeMap<>();
        problem.left().forEach(one -> left.merge(one.file(), one.why(), (first, second) -> first + " | " + second));
        return left;
    }

    private static IcpcSubmission submission(IcpcPackage problem, String path) {
        return problem.submissions().stream()
                .filter(one -> one.path().equals("submissions/" + path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void readsALegacyPackage() throws PackageException {
        IcpcPackage problem = read("sumup");

        assertThat(problem.format()).isEqualTo(Format.LEGACY);
        assertThat(problem.title()).isEqualTo("Sum up");
        assertThat(problem.credits()).isEqualTo("by A. Tester and B. Tester; from Test Cup 2024; licence: cc by-sa");
        assertThat(problem.skills()).containsExactly("arithmetic", "parsing");
        assertThat(problem.groups())
                .extracting(CaseGroup::method)
                .containsExactly("sample1", "sample2", "smallSecretCases", "largeSecretCases");
        assertThat(problem.data())
                .containsKeys("sample/1.in", "secret/small/02-refunds.ans", "secret/large/03-many.in")
                .containsEntry("sample/2.ans", "-5\n");
        assertThat(problem.timing().limit(Duration.ofMillis(900))).isEqualTo(Duration.ofSeconds(3));
        assertThat(problem.timing().limit(Duration.ofMillis(10))).isEqualTo(Duration.ofSeconds(2));
        assertThat(problem.submissions())
                .extracting(IcpcSubmission::path)
                .containsExactly(
                        "submissions/accepted/Adder.java",
                        "submissions/accepted/sum.py",
                        "submissions/run_time_error/eleven",
                        "submissions/time_limit_exceeded/counts.py",
                        "submissions/wrong_answer/Overflow.java",
                        "submissions/wrong_answer/no_refunds.py");
    }

    @Test
    void namesWhatIsNotImported() throws PackageException {
        assertThat(left(read("sumup")))
                .containsOnly(
                        entry("data/secret/04-binary.in", "it is not UTF-8 text"),
                        entry("input_validators", "it is not needed for judging"),
                        entry("problem_statement/problem.de.tex", "a challenge has one statement"),
                        entry("problem_statement/problem.en.tex", "a statement has no pictures; left out: abacus.png"),
                        entry("submissions/accepted/sum.cpp", "there is no environment for .cpp files"),
                        entry("submissions/slow/odd.py", "the folder says nothing about what becomes of it"),
                        entry("submissions/wrong_answer/old.py", "there is no environment for Python 2"));
    }

    @Test
    void beginsJavaInMain() throws PackageException {
        IcpcPackage problem = read("sumup");

        assertThat(submission(problem, "accepted/Adder.java")
                        .files()
                        .text("Main.java")
                        .orElseThrow())
                .contains("/** class Main is not here. */\nclass Adder {")
                .contains("public class Main {", "        Adder.main(args);");
        assertThat(submission(problem, "wrong_answer/Overflow.java")
                        .files()
                        .text("Main.java")
                        .orElseThrow())
                .contains("\nclass Overflow {", "Overflow.main(args);");
        assertThat(submission(problem, "run_time_error/eleven").files().paths()).containsExactly("main.py", "till.py");
    }

    @Test
    void readsAPackageOf2023() throws PackageException {
        IcpcPackage problem = read("halves");

        assertThat(problem.format()).isEqualTo(Format.V_2023_07);
        assertThat(problem.title()).isEqualTo("Halves");
        assertThat(problem.credits()).isEqualTo("by Ada Tester, Bo Tester; from Test Cup; licence: cc0");
        assertThat(problem.timing().multiplier()).isEqualTo(4);
        assertThat(problem.groups())
                .extracting(CaseGroup::method)
                .containsExactly("sample1", "sample2", "secretParts", "secretWhole");
        assertThat(problem.groups().get(0).cases().getFirst().comparison())
                .isEqualTo(tokens("float_tolerance", "1e-4"));
        assertThat(problem.groups().get(2).cases().getFirst().comparison())
                .isEqualTo(tokens("float_absolute_tolerance", "0.001", "case_sensitive"));
        assertThat(problem.groups().get(1).cases().getFirst().shownAnswer()).isEqualTo("2.50\n");
        assertThat(problem.body())
                .startsWith("Halve the number `x ≤ 10^6`. See  and the hall.")
                .contains("- `$x$` stays as it is, bold does not.");
        assertThat(submission(problem, "rejected/whole.js").label().isMutant()).isTrue();
        assertThat(left(problem))
                .containsOnly(entry(
                        "statement/problem.en.md",
                        "a statement has no pictures; left out: half.png | look through the statement; passed over:"
                                + " </b>, <b>"));
    }

    @Test
    void readsAPackageOf2025() throws PackageException {
        IcpcPackage problem = read("greeting");

        assertThat(problem.format()).isEqualTo(Format.V_2025_09);
        assertThat(problem.timing().limit(Duration.ofMillis(100))).isEqualTo(Duration.ofSeconds(4));
        assertThat(problem.groups().get(0).cases().getFirst().comparison()).isEqualTo(tokens("case_sensitive"));
        assertThat(problem.groups().get(1).cases())
                .extracting(TestCase::comparison)
                .containsExactly(tokens(), tokens("space_change_sensitive"));
        assertThat(submission(problem, "accepted/best.py").model()).isTrue();
        assertThat(submission(problem, "accepted/best.py").files().text("words.py"))
                .contains("WORD = \"Hello\"\n");
        assertThat(submission(problem, "accepted/main.go")
                        .files()
                        .text("main.go")
                        .orElseThrow())
                .contains("\"Hello\"");
        assertThat(submission(problem, "mixed/lower.py").label().isMutant()).isTrue();
        assertThat(submission(problem, "wrong_answer/nobody").files().paths())
                .containsExactly("main.py", "other.py", "words.py");
        assertThat(left(problem))
                .containsOnly(
                        entry("attachments", "candidates get no attachments; put what they need into the starters"),
                        entry("data/invalid_input", "it is not needed for judging"),
                        entry("data/secret/3.in", "a program here gets no command-line arguments"),
                        entry("data/secret/4.files", "a program here reads its standard input and no other files"),
                        entry("include", "its files are in every submission, but in no starter; add them there"),
                        entry("statement/problem.en.tex", "look through the statement; passed over: \\unheardof"),
                        entry(
                                "submissions/mixed/perhaps.py",
                                "it may pass or fail, so it is neither a solution nor a mutant"),
                        entry(
                                "submissions/submissions.yaml",
                                "wrong_answer/nobody: what it says of secret/1 alone is not looked at"));
    }

    @Test
    void readsTheStatementOfAPackageOf2025() throws PackageException {
        assertThat(read("greeting").body()).isEqualTo("""
                ## Input

                One line with a name of at most `5 · 10` letters.

                ## Output

                Write `Hello` and the name. Really.

                | name | letters |
                | --- | --- |
                | *Ada* | 3 |

                ```text
                  100% as it is
                ```""");
    }

    @Test
    void refusesOtherKindsOfProblems() throws IOException {
        write("problem.yaml", "problem_format_version: 2025-09\nname: X\ntype: [interactive, multi-pass]\n");
        write("data/secret/1.in", "1\n");
        write("data/secret/1.ans", "1\n");
        write("submissions/accepted/a.py", "print(1)\n");

        assertThat(problems())
                .containsExactly(
                        "problem.yaml: The problem is \"interactive\": it talks with the program while it runs. Such a"
                                + " problem cannot be imported; only those that pass or fail, case by case, can.",
                        "problem.yaml: The problem is \"multi-pass\": it runs a program several times over its own output."
                                + " Such a problem cannot be imported; only those that pass or fail, case by case, can.");

        write("problem.yaml", "validation: custom score\ntype: scoring\n");
        write("output_validators/check.cc", "int main() {}\n");
        assertThat(problems())
                .anyMatch(problem -> problem.contains("\"scoring\": it gives points"))
                .anyMatch(problem -> problem.contains("\"score\": it gives points"))
                .hasSize(2);
    }

    @Test
    void readsTheValidatorOfThePackage() throws PackageException {
        IcpcPackage problem = read("pairs");

        Validator validator = problem.validator().orElseThrow();
        assertThat(validator.language()).isEqualTo("python");
        assertThat(validator.files().paths()).containsExactly("main.py");
        assertThat(problem.groups()).extracting(CaseGroup::method).containsExactly("sample1", "secret", "secretFair");
        assertThat(problem.groups().get(1).cases())
                .extracting(TestCase::comparison)
                .containsOnly(new Comparison.ByValidator(List.of()));
        assertThat(problem.groups().get(2).cases())
                .extracting(TestCase::comparison)
                .containsOnly(new Comparison.ByValidator(List.of("fair", "1")));
        assertThat(left(problem)).isEmpty();
    }

    @Test
    void readsAValidatorInAFolderWithItsHeaders() throws IOException, PackageException {
        write("problem.yaml", "name: X\nvalidation: custom\nvalidator_flags: strict\n");
        write("data/secret/1.in", "1\n");
        write("data/secret/1.ans", "1\n");
        write("submissions/accepted/a.py", "print(1)\n");
        write("output_validators/check/check.cc", "#include \"validate.h\"\n");
        write("output_validators/check/validate.h", "int main() {}\n");

        IcpcPackage problem = IcpcReader.read(folder);
        assertThat(problem.validator().orElseThrow().language()).isEqualTo("cpp");
        assertThat(problem.validator().orElseThrow().files().paths()).containsExactly("check.cc", "validate.h");
        assertThat(problem.groups().getLast().cases())
                .extracting(TestCase::comparison)
                .containsOnly(new Comparison.ByValidator(List.of("strict")));
    }

    @Test
    void refusesAValidatorThatCannotBeRun() throws IOException {
        write("problem.yaml", "problem_format_version: 2025-09\nname: X\n");
        write("data/secret/1.in", "1\n");
        write("data/secret/1.ans", "1\n");
        write("submissions/accepted/a.py", "print(1)\n");
        write("output_validator/Check.kt", "fun main() {}\n");
        assertThat(problems())
                .containsExactly(
                        "output_validator: The package's own validator cannot be taken over: there is no source file"
                                + " in it. It must be one program in C++, Java, Python, JavaScript, Go, PHP or Ruby, with all that it"
                                + " needs.");

        Files.createDirectories(folder.resolve("output_validator"));
        Files.createSymbolicLink(folder.resolve("output_validator/testlib.h"), Path.of("/etc/hostname"));
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("cannot be taken over: testlib.h: it is a link that leads out of the package.");
        Files.delete(folder.resolve("output_validator/testlib.h"));

        write("output_validator/one/a.py", "\n");
        write("output_validator/two/b.py", "\n");
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("there are several, output_validator/one, output_validator/two");

        write("output_validator/a.py", "\n");
        write("output_validator/build", "true\n");
        assertThat(problems()).singleElement().asString().contains("it has a script of its own that builds or runs it");
    }

    private static Comparison tokens(String... arguments) {
        return new Comparison.ByTokens(TokenComparison.of(List.of(arguments)));
    }

    @Test
    void refusesWhatIsNoPackageOrHoldsNothingOfUse() throws IOException {
        assertThat(problems())
                .containsExactly("problem.yaml: The file is missing. Give the folder of a problem package of"
                        + " ICPC or Kattis.");

        write("problem.yaml", "problem_format_version: 2099-01\n");
        write("submissions/accepted/a.cc", "int main() {}\n");
        assertThat(problems())
                .anyMatch(problem -> problem.contains("\"2099-01\", which is not known. Known are legacy"))
                .anyMatch(problem -> problem.startsWith("data: There is no case that can be taken over"))
                .anyMatch(problem ->
                        problem.contains("submissions/accepted/a.cc: there is no environment for .cc files"));

        write("problem.yaml", "name: [\n");
        assertThat(problems()).singleElement().asString().contains("it is not valid YAML");
    }

    @Test
    void leavesWhatIsTooLargeAndWhatLinksLeadOutTo() throws IOException, PackageException {
        write("problem.yaml", "name: Large\n");
        write("submissions/accepted/a.py", "print(1)\n");
        for (int i = 0; i < 12; i++) {
            write("data/secret/" + i + ".in", "x".repeat(1_000_000 + i));
            write("data/secret/" + i + ".ans", "1\n");
        }
        write("data/secret/small.in", "x\n");
        write("data/secret/small.ans", "1\n");
        write("data/secret/huge.in", "x".repeat(1_100_000));
        write("data/secret/huge.ans", "1\n");
        write("data/secret/out.ans", "1\n");
        Files.createSymbolicLink(folder.resolve("data/secret/out.in"), Path.of("/etc/hostname"));

        IcpcPackage problem = IcpcReader.read(folder);

        assertThat(problem.data().keySet())
                .contains("secret/large/11.in", "secret/small/small.in", "trial/small.in")
                .doesNotContain("secret/large/huge.in", "secret/large/out.in", "secret/small/out.in");
        assertThat(problem.data().values().stream().mapToLong(String::length).sum())
                .isLessThan(7 * 1024 * 1024);
        assertThat(left(problem))
                .containsEntry("data/secret/huge.in", "it is larger than 1024 KiB")
                .containsEntry("data/secret/out.in", "it is a link that leads out of the package");
        assertThat(problem.left())
                .filteredOn(one -> one.why().startsWith("all cases together may have 7 MiB"))
                .hasSizeGreaterThan(3);
    }

    @Test
    void namesAStatementAndConstantsThatAreTooLarge() throws IOException, PackageException {
        write(
                "problem.yaml",
                "problem_format_version: 2025-09\nname: Large\nconstants:\n  n: " + "9".repeat(201) + "\n  m: 7\n");
        write("submissions/accepted/a.py", "print(1)\n");
        write("data/secret/1.in", "1\n");
        write("data/secret/1.ans", "1\n");
        write("statement/problem.en.md", "{{n}} {{m}}");

        IcpcPackage named = IcpcReader.read(folder);
        assertThat(named.body()).isEqualTo("n 7");
        assertThat(left(named)).containsEntry("problem.yaml", "the constant n has more than 200 characters");

        write("statement/problem.en.md", "x".repeat(1_100_000));
        assertThat(left(IcpcReader.read(folder)))
                .containsEntry("statement/problem.en.md", "it is larger than 1024 KiB");
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private List<String> problems() {
        PackageException refused = catchThrowableOfType(PackageException.class, () -> IcpcReader.read(folder));
        assertThat(refused).as("the package is refused").isNotNull();
        return refused.problems().stream().map(PackageProblem::describe).toList();
    }
}

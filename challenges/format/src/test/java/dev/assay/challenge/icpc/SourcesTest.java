package dev.assay.challenge.icpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.challenge.SourceFiles;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SourcesTest {

    private static SourceFiles laidOut(Language language, Map<String, String> files) {
        return EntryFile.laidOut(language, new TreeMap<>(files), Optional.empty());
    }

    @Test
    void renamesTheFileWhereAProgramBegins() {
        assertThat(laidOut(Language.PYTHON, Map.of("a-b.py", "1")).paths()).containsExactly("main.py");
        assertThat(laidOut(Language.PYTHON, Map.of("__main__.py", "1", "x.py", "2"))
                        .text("main.py"))
                .contains("1");
        assertThat(laidOut(Language.NODE, Map.of("main.js", "1", "x.js", "2")).paths())
                .containsExactly("main.js", "x.js");
        assertThat(laidOut(Language.GO, Map.of("a.go", "package main\nfunc main() {}", "b.go", "package main"))
                        .paths())
                .containsExactly("b.go", "main.go");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> laidOut(Language.RUBY, Map.of("a.rb", "1", "b.rb", "2")))
                .withMessage("it is not clear in which of its files it begins");
    }

    @Test
    void callsJavaFilesAfterTheirPublicTypes() {
        String main = "package x;\npublic class Main { public static void main(String... a) {} }";

        assertThat(laidOut(Language.JAVA, Map.of("sol.java", main)).text("Main.java"))
                .contains(main);
        assertThat(laidOut(
                                Language.JAVA,
                                Map.of(
                                        "go.java",
                                        "class Start { static public void main (String[] a) {} }",
                                        "h.java",
                                        "public class Helper { String s = \"public class No\"; }"))
                        .paths())
                .containsExactly("Helper.java", "Main.java");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> laidOut(Language.JAVA, Map.of("a.java", "class A {}")))
                .withMessage("it has no public static void main");
    }

    @Test
    void keepsTheRestOfAJavaSource() {
        String text = """
                import java.util.*;
                // public class Decoy
                interface Shape { class Inner { public static void other() {} } }
                public final class Triangle implements Shape {
                    String a = "}{"; char b = '{';
                    public static void main() { }
                }""";

        assertThat(laidOut(Language.JAVA, Map.of("t.java", text))
                        .text("Main.java")
                        .orElseThrow())
                .contains("// public class Decoy\ninterface Shape", "\nfinal class Triangle implements Shape")
                .contains("        Triangle.main();");
    }

    @Test
    void matchesPatternsWithinNames() {
        assertThat(Submissions.pattern("accepted/*.{py,cpp}")
                        .matcher("accepted/a.py")
                        .matches())
                .isTrue();
        assertThat(Submissions.pattern("accepted/*.{py,cpp}")
                        .matcher("accepted/a/b.py")
                        .matches())
                .isFalse();
        assertThat(Submissions.pattern("a+b").matcher("aab").matches()).isFalse();
    }

    @Test
    void knowsWhatALabelPermitsAndRequires() {
        Label wrong = Label.ofFolders(Format.LEGACY).get("wrong_answer");

        assertThat(wrong).isNotNull();
        assertThat(wrong.contradiction(EnumSet.of(CaseVerdict.AC, CaseVerdict.WA)))
                .isEmpty();
        assertThat(wrong.contradiction(EnumSet.of(CaseVerdict.AC)))
                .contains("no wrong answer, which its label requires");
        assertThat(wrong.contradiction(EnumSet.of(CaseVerdict.WA, CaseVerdict.TLE)))
                .contains("time limit exceeded, which its label does not permit");
        assertThat(wrong.and(new Label(EnumSet.of(CaseVerdict.AC), List.of())).isSolution())
                .isTrue();
    }

    @Test
    void refusesArgumentsThatTheDefaultValidatorDoesNotHave() {
        assertThatIllegalArgumentException().isThrownBy(() -> TokenComparison.of(List.of("float_tolerance")));
        assertThatIllegalArgumentException().isThrownBy(() -> TokenComparison.of(List.of("float_tolerance", "-1")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenComparison.of(List.of("--fast")))
                .withMessage("the default output validator has no argument \"--fast\"");
        assertThat(TokenComparison.of(List.of("space_change_sensitive", "float_relative_tolerance", "1e-9"))
                        .java())
                .isEqualTo("Tokens.LENIENT.spaceSensitive().withRelativeTolerance(1.0E-9)");
    }
}

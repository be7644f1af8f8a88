package dev.assay.challenge.archive;

import static dev.assay.challenge.archive.Refused.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that lead out, are absolute, odd, or the same as another's. */
class HostileNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "echo/../../evil", "echo/..", "..", "echo/../echo/a"})
    void thatLeadOutAreRefused(String name) {
        assertThat(problems(HandmadeZip.of("echo/a", name)))
                .containsExactly(name + ": Its name leads out of the folder. Remove it from the archive.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "//server/share", "C:/evil", "c:evil"})
    void thatAreAbsoluteAreRefused(String name) {
        assertThat(problems(HandmadeZip.of("echo/a", name)))
                .singleElement()
                .asString()
                .startsWith(name + ": Its name is an absolute path. ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo\\a", "..\\evil", "C:\\evil"})
    void withABackslashAreRefused(String name) {
        assertThat(problems(HandmadeZip.of("echo/a", name)))
                .singleElement()
                .asString()
                .startsWith(name + ": Its name has a backslash. ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo//a", "./echo/a", "echo/./a", "echo/."})
    void withEmptyPartsAreRefused(String name) {
        assertThat(problems(HandmadeZip.of("echo/b", name)))
                .singleElement()
                .asString()
                .startsWith(name + ": Its name has an empty part or a \".\". ");
    }

    @Test
    void thatAreEmptyAreRefused() {
        assertThat(problems(HandmadeZip.of("echo/a", "")))
                .singleElement()
                .asString()
                .contains("It has no name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0.java", "a\n.java", "a\u001b[2J", "a\u202egpj", "a\u0085", "a\u2028b"})
    void withControlCharactersAreRefusedAndToldInert(String name) {
        assertThat(problems(HandmadeZip.of("echo/a", "echo/" + name)))
                .singleElement()
                .asString()
                .startsWith("echo/a?")
                .contains(": Its name has a control character. ")
                .doesNotContain(name);
    }

    @Test
    void thatAreNotUtf8AreRefused() {
        HandmadeZip zip = HandmadeZip.of("echo/a").with("b", entry -> entry.name = new byte[] {'e', (byte) 0xe9, '/'});
        assertThat(problems(zip)).containsExactly("e?/: Its name is not UTF-8. Rename it, and pack the folder anew.");
    }

    @Test
    void thatAreTwiceThereAreRefused() {
        assertThat(problems(HandmadeZip.of("echo/a", "echo/b", "echo/a")))
                .containsExactly("echo/a: It is in the archive twice. Keep one of them.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo/MAIN.py", "echo/main.PY", "ECHO/main.py", "echo/ma\uff49n.py"})
    void thatSomeSystemTakesForTheSameAreRefused(String name) {
        assertThat(problems(HandmadeZip.of("echo/main.py", name)))
                .containsExactly(name + ": On some systems it is the same as \"echo/main.py\". Keep one of them.");
    }

    @Test
    void inTwoFormsOfUnicodeAreRefused() {
        assertThat(problems(HandmadeZip.of("echo/caf\u00e9", "echo/cafe\u0301")))
                .singleElement()
                .asString()
                .contains("On some systems it is the same as \"echo/caf\u00e9\"");
    }

    @Test
    void ofAFileAndAFolderAreRefused() {
        assertThat(problems(HandmadeZip.of("echo/a", "echo/A/b")))
                .containsExactly("echo/A/b: It lies below \"echo/a\", which is a file. Keep one of them.");
        assertThat(problems(HandmadeZip.of("echo/a").folder("echo/a/")))
                .singleElement()
                .asString()
                .startsWith("echo/a/: On some systems it is the same as \"echo/a\"");
    }

    @Test
    void thatAreDeepOrLongAreRefused() {
        assertThat(problems(HandmadeZip.of("echo/a", "d/".repeat(20) + "f")))
                .singleElement()
                .asString()
                .endsWith(": It lies 20 folders deep; allowed are 19. Make the folders flatter.");
        assertThat(problems(HandmadeZip.of("echo/a", "d/".repeat(30_000) + "f")))
                .singleElement()
                .asString()
                .contains("Its name has more than 400 bytes");
    }

    @Test
    void otherThanInTheEntryItselfAreRefused() {
        HandmadeZip zip = HandmadeZip.of("echo/a")
                .with("echo/b", entry -> entry.localName = "../b".getBytes(StandardCharsets.UTF_8));
        assertThat(problems(zip))
                .singleElement()
                .asString()
                .startsWith("echo/b: Its name differs between the directory and the entry itself. ");
    }

    @Test
    void inASecondFieldAreRefused() {
        HandmadeZip zip = HandmadeZip.of("echo/a")
                .with(
                        "echo/b",
                        entry -> entry.extra =
                                HandmadeZip.extra(0x7075, "\1\0\0\0\0../b".getBytes(StandardCharsets.UTF_8)));
        assertThat(problems(zip))
                .singleElement()
                .asString()
                .startsWith("echo/b: It has a second name, other than its first. ");
    }
}

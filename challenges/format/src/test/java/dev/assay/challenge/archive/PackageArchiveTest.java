package dev.assay.challenge.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.challenge.PackageException;
import dev.assay.challenge.PackageProblem;
import dev.assay.challenge.PackageReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every hostile archive here is made by hand, and is refused with the name of its entry; the last test says that a good one is not. */
class PackageArchiveTest {

    private static final byte[] TEXT = "content".getBytes(StandardCharsets.UTF_8);

    @Nested
    class Names {

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
            HandmadeZip zip =
                    HandmadeZip.of("echo/a").with("b", entry -> entry.name = new byte[] {'e', (byte) 0xe9, '/'});
            assertThat(problems(zip))
                    .containsExactly("e?/: Its name is not UTF-8. Rename it, and pack the folder anew.");
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

    @Nested
    class Kinds {

        @ParameterizedTest
        @ValueSource(longs = {0120777L << 16, 0x400L, 0x420L})
        void linksAreRefused(long attributes) {
            assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.attributes = attributes)))
                    .containsExactly("echo/b: It is a symbolic link. Put a copy of the file in its place.");
        }

        @ParameterizedTest
        @ValueSource(longs = {0020666L << 16, 0060666L << 16, 0010644L << 16, 0140755L << 16, 0x40L})
        void devicesPipesAndSocketsAreRefused(long attributes) {
            assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.attributes = attributes)))
                    .containsExactly("echo/b: It is neither a file nor a folder. Remove it from the archive.");
        }

        @Test
        void aLinkInAnExtraFieldIsRefusedThere() {
            for (byte[] extra : List.of(HandmadeZip.extra(0x756e), HandmadeZip.extra(0x000d, new byte[20]))) {
                assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.extra = extra)))
                        .singleElement()
                        .asString()
                        .startsWith("echo/b: It has a field that can make it a link or a device. ");
                assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.localExtra = extra)))
                        .singleElement()
                        .asString()
                        .startsWith("echo/b: It has a field that can make it a link or a device. ");
            }
        }

        @Test
        void folderByNameAndFileByAttributesIsRefused() {
            assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.attributes = 040755L << 16)))
                    .singleElement()
                    .asString()
                    .startsWith("echo/b: Its name and its attributes disagree on whether it is a folder. ");
            assertThat(problems(HandmadeZip.of("echo/a").with("echo/b/", entry -> {})))
                    .singleElement()
                    .asString()
                    .startsWith("echo/b/: Its name and its attributes disagree on whether it is a folder. ");
        }

        @Test
        void aFolderWithContentIsRefused() {
            assertThat(problems(HandmadeZip.of("echo/a").with("echo/b/", entry -> entry.attributes = 0)))
                    .singleElement()
                    .asString()
                    .startsWith("echo/b/: It is a folder, but has content. ");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 1 << 6, 1 << 13})
        void encryptedEntriesAreRefused(int flag) {
            assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.flags |= flag)))
                    .containsExactly("echo/b: It is encrypted. Pack the folder without a password.");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 9, 12, 14, 93, 95, 99})
        void otherCompressionIsRefused(int method) {
            assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.method = method)))
                    .singleElement()
                    .asString()
                    .startsWith("echo/b: It is compressed in a way that is not read here (method " + method + "). ");
        }
    }

    @Nested
    class Sizes {

        @Test
        void tooManyEntriesAreRefusedByTheirNumber() {
            HandmadeZip zip = new HandmadeZip();
            for (int i = 0; i <= ZipDirectory.MAX_ENTRIES; i++) {
                zip.with("echo/" + i, new byte[0], entry -> {});
            }
            assertThat(problems(zip))
                    .containsExactly(
                            "echo.zip: The archive has 4001 entries; at most 4000 are allowed. Remove what does"
                                    + " not belong to the package.");
        }

        @Test
        void aMillionEntriesBehindASmallNumberAreRefusedAtTheFirstTooMuch() {
            byte[] zip = HandmadeZip.of("echo/a", "echo/b")
                    .lying(lie -> lie.countInEnd = 1)
                    .bytes();
            assertThat(problems(zip))
                    .containsExactly(
                            "echo.zip: The archive's directory is broken: its end speaks of 1 entries, and after"
                                    + " 1 something else follows. Pack the folder anew with an ordinary zip program.");
        }

        @Test
        void filesThatAreTooLargeAreRefused() {
            byte[] noise = new byte[PackageReader.MAX_FILE_BYTES + 1];
            new Random(1).nextBytes(noise);
            assertThat(problems(HandmadeZip.of("echo/a").with("echo/big", noise, entry -> {})))
                    .containsExactly("echo/big: The file is larger than 1024 KiB. Make it smaller.");
        }

        @Test
        void filesThatAreTooLargeTogetherAreRefused() {
            byte[] noise = new byte[PackageReader.MAX_FILE_BYTES];
            new Random(1).nextBytes(noise);
            HandmadeZip zip = new HandmadeZip();
            for (int i = 1; i <= 10; i++) {
                zip.with("echo/" + i, noise, entry -> {});
            }
            assertThat(problems(zip))
                    .containsExactly(
                            "echo/9: With it the files have more than 8 MiB. Remove what does not belong to the"
                                    + " package.");
        }

        @Test
        void aBombIsRefusedByItsRatio() {
            byte[] zeros = new byte[1024 * 1024];
            assertThat(problems(HandmadeZip.of("echo/a").with("echo/bomb", zeros, entry -> {})))
                    .singleElement()
                    .asString()
                    .startsWith("echo/bomb: It grows to more than 200 times its size when inflated. ");
        }

        @Test
        void aBombThatSaysItIsSmallIsStoppedWhileInflating() {
            byte[] zeros = new byte[64 * 1024 * 1024];
            HandmadeZip zip = HandmadeZip.of("echo/a").with("echo/bomb", zeros, entry -> entry.size = 100_000);
            assertThat(problems(zip))
                    .singleElement()
                    .asString()
                    .startsWith("echo/bomb: Its data does not have the 100000 bytes that it claims. ");
        }

        @Test
        void aFileThatIsSmallerThanItSaysIsRefused() {
            assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.size++)))
                    .singleElement()
                    .asString()
                    .startsWith("echo/b: Its data does not have the 8 bytes that it claims. ");
        }

        @Test
        void twoSizesOfOneStoredFileAreRefused() {
            assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.method = 0)))
                    .singleElement()
                    .asString()
                    .startsWith("echo/b: It is not compressed, but has two sizes. ");
        }

        @Test
        void zip64IsRefusedWhereverItIs() {
            assertThat(problems(HandmadeZip.of("echo/a").lying(zip -> zip.countInEnd = 0xffff)))
                    .singleElement()
                    .asString()
                    .startsWith("echo.zip: The archive has ZIP64 fields");
            assertThat(problems(HandmadeZip.of("echo/a").lying(zip -> zip.directoryInEnd = 0xffffffffL)))
                    .singleElement()
                    .asString()
                    .startsWith("echo.zip: The archive has ZIP64 fields");
            assertThat(problems(HandmadeZip.of("echo/a")
                            .lying(zip -> zip.beforeEnd = HandmadeZip.fours(0x07064b50L, 0, 0, 0, 1))))
                    .singleElement()
                    .asString()
                    .startsWith("echo.zip: The archive has ZIP64 fields");
            byte[] field = HandmadeZip.extra(0x0001, new byte[16]);
            assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.extra = field)))
                    .singleElement()
                    .asString()
                    .startsWith("echo/b: It has ZIP64 fields");
            assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.localExtra = field)))
                    .singleElement()
                    .asString()
                    .startsWith("echo/b: It has ZIP64 fields");
            assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> {
                        entry.size = 0xffffffffL;
                        entry.compressed = 0xffffffffL;
                    })))
                    .anyMatch(problem -> problem.startsWith("echo/b: The file is larger than 1024 KiB"));
        }
    }

    @Nested
    class Structure {

        @Test
        void aWrongChecksumIsRefused() {
            assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.crc ^= 1)))
                    .singleElement()
                    .asString()
                    .startsWith("echo/b: Its checksum is wrong. ");
        }

        @Test
        void brokenDataIsRefused() {
            assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> Arrays.fill(entry.data, (byte) 0xff))))
                    .singleElement()
                    .asString()
                    .startsWith("echo/b: Its data is broken. ");
        }

        @Test
        void dataThatIsCutOffIsRefused() {
            assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> {
                        entry.data = Arrays.copyOf(entry.data, entry.data.length - 2);
                        entry.compressed -= 2;
                    })))
                    .singleElement()
                    .asString()
                    .startsWith("echo/b: Its data is cut off or broken. ");
        }

        @Test
        void dataBehindTheEndOfTheDataIsRefused() {
            assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> {
                        entry.data = Arrays.copyOf(entry.data, entry.data.length + 3);
                        entry.compressed += 3;
                    })))
                    .singleElement()
                    .asString()
                    .startsWith("echo/b: There is more behind the end of its data. ");
        }

        @Test
        void otherNumbersThanInTheEntryItselfAreRefused() {
            Stream.<java.util.function.Consumer<HandmadeZip.Entry>>of(
                            entry -> entry.localCrc = 1,
                            entry -> entry.localCompressed = 1,
                            entry -> entry.localSize = 0)
                    .forEach(lie -> assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", lie)))
                            .singleElement()
                            .asString()
                            .startsWith(
                                    "echo/b: Its sizes or its checksum differ between the directory and the entry"));
            assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.localMethod = 0)))
                    .singleElement()
                    .asString()
                    .startsWith("echo/b: Its form differs between the directory and the entry itself. ");
            assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.localFlags = 1 | 1 << 11)))
                    .singleElement()
                    .asString()
                    .startsWith("echo/b: Its form differs between the directory and the entry itself. ");
        }

        @Test
        void otherNumbersThanBehindItsDataAreRefused() {
            assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> {
                        entry.flags |= 1 << 3;
                        entry.descriptor = HandmadeZip.fours(0x08074b50L, entry.crc, entry.compressed, entry.size + 1);
                    })))
                    .singleElement()
                    .asString()
                    .startsWith(
                            "echo/b: Its sizes or its checksum differ between the directory and the end of its data");
        }

        @Test
        void entriesThatShareDataAreRefused() {
            HandmadeZip zip = HandmadeZip.of("echo/a").with("echo/b", entry -> entry.at = 0);
            assertThat(problems(zip)).singleElement().asString().startsWith("echo/b: It overlaps with another entry. ");
        }

        @Test
        void anEntryWithinAnotherIsRefused() {
            byte[] inner = HandmadeZip.of("echo/b").bytes();
            HandmadeZip zip = new HandmadeZip()
                    .with("echo/a", inner, entry -> {
                        entry.method = 0;
                        entry.data = inner;
                        entry.compressed = inner.length;
                    })
                    .with(
                            "echo/b",
                            "content of echo/b".getBytes(StandardCharsets.UTF_8),
                            entry -> entry.at = 30L + "echo/a".length());
            assertThat(problems(zip)).singleElement().asString().startsWith("echo/b: It overlaps with another entry. ");
        }

        @Test
        void anEntryThatTheDirectoryDoesNotNameIsRefused() {
            assertThat(problems(HandmadeZip.of("echo/a", "echo/b").lying(zip -> zip.missing = 1)))
                    .singleElement()
                    .asString()
                    .matches("echo/b: It is preceded by \\d+ bytes that belong to no entry\\. .*");
        }

        @Test
        void bytesBetweenAndBehindEntriesAreRefused() {
            assertThat(problems(HandmadeZip.of("echo/a")
                            .with("echo/b", entry -> entry.behind = TEXT)
                            .with("echo/c", "")))
                    .singleElement()
                    .asString()
                    .startsWith("echo/c: It is preceded by 7 bytes that belong to no entry. ");
            assertThat(problems(HandmadeZip.of("echo/a").lying(zip -> zip.beforeDirectory = TEXT)))
                    .singleElement()
                    .asString()
                    .startsWith("echo/a: It is followed by 7 bytes that belong to no entry. ");
        }

        @Test
        void anEntryThatIsNowhereIsRefused() {
            assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> entry.at = 0xfffffff0L)))
                    .singleElement()
                    .asString()
                    .startsWith("echo/b: It is preceded by ");
            assertThat(problems(HandmadeZip.of("echo/a").with("echo/b", entry -> {
                        entry.compressed = 500_000;
                        entry.localCompressed = 500_000;
                        entry.size = 500_000;
                    })))
                    .singleElement()
                    .asString()
                    .startsWith("echo/b: It reaches beyond the end of the entries. ");
        }

        @Test
        void dataBeforeTheArchiveIsRefused() {
            assertThat(problems(HandmadeZip.of("echo/a").lying(zip -> zip.before = TEXT)))
                    .singleElement()
                    .asString()
                    .startsWith("echo.zip: The archive's directory is not where its end says");
            assertThat(problems(HandmadeZip.of("echo/a").lying(zip -> zip.beforeEnd = TEXT)))
                    .singleElement()
                    .asString()
                    .startsWith("echo.zip: The archive's directory is not where its end says");
        }

        @Test
        void dataBehindTheArchiveIsRefused() {
            assertThat(problems(HandmadeZip.of("echo/a").lying(zip -> zip.after = TEXT)))
                    .containsExactly(
                            "echo.zip: This is not a zip archive, or it is cut off, or something follows its end."
                                    + " Send the zip file as it was made.");
        }

        @Test
        void anArchiveInTheCommentOfAnotherIsRefused() {
            byte[] other = HandmadeZip.of("echo/evil").bytes();
            assertThat(problems(HandmadeZip.of("echo/a").lying(zip -> zip.comment = other)))
                    .singleElement()
                    .asString()
                    .startsWith("echo.zip: The archive has two ends. ");
        }

        @Test
        void onePartOfSeveralIsRefused() {
            assertThat(problems(HandmadeZip.of("echo/a").lying(zip -> zip.disk = 1)))
                    .singleElement()
                    .asString()
                    .startsWith("echo.zip: The archive is one part of several. ");
        }

        @Test
        void whatIsNoArchiveIsRefused() {
            assertThat(problems(new byte[0])).singleElement().asString().contains("This is not a zip archive");
            assertThat(problems(TEXT)).singleElement().asString().contains("This is not a zip archive");
            byte[] whole = HandmadeZip.of("echo/a").bytes();
            assertThat(problems(Arrays.copyOf(whole, whole.length - 1)))
                    .singleElement()
                    .asString()
                    .contains("This is not a zip archive, or it is cut off");
        }

        @Test
        void anArchiveWithoutFilesIsRefused() {
            assertThat(problems(new HandmadeZip()))
                    .singleElement()
                    .asString()
                    .startsWith("echo.zip: The archive has no file");
            assertThat(problems(new HandmadeZip().folder("echo/")))
                    .singleElement()
                    .asString()
                    .startsWith("echo.zip: The archive has no file");
        }

        /** Nothing that was flipped, cut or doubled in a good archive may end in anything but files or a refusal. */
        @Test
        void noDamageIsMoreThanARefusal() {
            byte[] good = HandmadeZip.of("echo/a", "echo/b/c").folder("echo/d/").bytes();
            Random random = new Random(4711);
            for (int i = 0; i < 20_000; i++) {
                byte[] damaged = good.clone();
                for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                readOrRefuse(
                        Arrays.copyOf(damaged, damaged.length - (random.nextInt(4) == 0 ? random.nextInt(40) : 0)));
            }
        }

        private void readOrRefuse(byte[] zip) {
            try {
                PackageArchive.read(zip, "echo.zip");
            } catch (PackageException refused) {
                assertThat(refused.problems()).isNotEmpty();
            }
        }
    }

    @Test
    void allThatIsWrongIsToldAtOnceUpToALimit() {
        HandmadeZip zip = HandmadeZip.of("echo/a");
        for (int i = 0; i < 60; i++) {
            zip.with("../" + i, "");
        }
        assertThat(problems(zip)).hasSize(51).last().asString().startsWith("echo.zip: 10 more entries are refused");
    }

    @Test
    void theOneFolderGivesTheName() throws PackageException {
        PackageArchive archive = PackageArchive.read(
                HandmadeZip.of("echo/challenge.yaml", "echo/exam/A.java")
                        .folder("echo/")
                        .bytes(),
                "other.zip");
        assertThat(archive.name()).isEqualTo("echo");
        assertThat(archive.files()).containsOnlyKeys("challenge.yaml", "exam/A.java");
        assertThat(archive.files().get("exam/A.java")).asString().isEqualTo("content of echo/exam/A.java");
    }

    @Test
    void withoutAFolderTheFileGivesTheName() throws PackageException {
        PackageArchive archive = PackageArchive.read(
                HandmadeZip.of("challenge.yaml", "exam/A.java").bytes(), "echo.zip");
        assertThat(archive.name()).isEqualTo("echo");
        assertThat(archive.files()).containsOnlyKeys("challenge.yaml", "exam/A.java");
    }

    @Test
    void whatMacOsAddsIsLeftOut() throws PackageException {
        PackageArchive archive = PackageArchive.read(
                HandmadeZip.of("echo/a", "echo/.DS_Store", "__MACOSX/echo/._a").bytes(), "x.zip");
        assertThat(archive.name()).isEqualTo("echo");
        assertThat(archive.files()).containsOnlyKeys("a");
    }

    @Test
    void sizesBehindTheDataAreRead() throws PackageException {
        HandmadeZip zip = HandmadeZip.of("echo/a");
        for (boolean signed : List.of(true, false)) {
            zip.with("echo/" + signed, entry -> {
                entry.flags |= 1 << 3;
                entry.localCrc = 0;
                entry.localCompressed = 0;
                entry.localSize = 0;
                entry.descriptor = signed
                        ? HandmadeZip.fours(0x08074b50L, entry.crc, entry.compressed, entry.size)
                        : HandmadeZip.fours(entry.crc, entry.compressed, entry.size);
            });
        }
        zip.comment = "a commit's hash".getBytes(StandardCharsets.UTF_8);
        assertThat(PackageArchive.read(zip.bytes(), "x.zip").files()).containsOnlyKeys("a", "true", "false");
    }

    @Test
    void whatAnOrdinaryProgramPacksIsRead() throws IOException, PackageException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("echo/"));
            zip.putNextEntry(new ZipEntry("echo/statement.md"));
            zip.write(TEXT);
            zip.putNextEntry(new ZipEntry("echo/empty"));
        }
        PackageArchive archive = PackageArchive.read(out.toByteArray(), "x.zip");
        assertThat(archive.name()).isEqualTo("echo");
        assertThat(archive.files()).containsOnlyKeys("statement.md", "empty");
        assertThat(archive.files().get("statement.md")).isEqualTo(TEXT);
    }

    private static List<String> problems(HandmadeZip zip) {
        return problems(zip.bytes());
    }

    private static List<String> problems(byte[] zip) {
        PackageException refused =
                catchThrowableOfType(PackageException.class, () -> PackageArchive.read(zip, "echo.zip"));
        assertThat(refused).as("the archive is refused").isNotNull();
        return refused.problems().stream().map(PackageProblem::describe).toList();
    }
}

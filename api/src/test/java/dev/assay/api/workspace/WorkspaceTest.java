package dev.assay.api.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.api.problem.FieldProblem;
import dev.assay.api.problem.ProblemException;
import dev.assay.api.problem.ProblemType;
import dev.assay.api.testing.TestContent;
import dev.assay.challenge.SourceFiles;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final Workspace coding = Workspace.opened(WorkspaceTemplate.of(TestContent.challenge()));
    private final Workspace design = Workspace.opened(WorkspaceTemplate.of(TestContent.exercise()));

    @Test
    void opensWithTheStarterOfTheFirstEnvironment() {
        assertThat(coding.environment()).isEqualTo("java");
        assertThat(coding.snapshot().paths()).containsExactly("Main.java");
        assertThat(coding.touched()).isFalse();
    }

    @Test
    void eachEnvironmentKeepsItsFiles() {
        Workspace workspace = write(coding, 0, "Main.java", "changed");
        workspace = workspace.apply(workspace.decideEnvironment("e", "python", NOW));
        workspace = write(workspace, workspace.revision(), "extra.py", "x = 1");
        Workspace back = workspace.apply(workspace.decideEnvironment("f", "java", NOW));

        assertThat(workspace.snapshot().paths()).containsExactly("extra.py", "main.py");
        assertThat(back.snapshot().text("Main.java")).contains("changed");
        assertThat(back.revision()).isEqualTo(4);
    }

    @Test
    void choosingAnEnvironmentIsNoTouch() {
        assertThat(coding.apply(coding.decideEnvironment("e", "python", NOW)).touched())
                .isFalse();
        assertThat(write(coding, 0, "Main.java", "x").touched()).isTrue();
    }

    @Test
    void refusesAnUnknownEnvironment() {
        assertRefused("environment", () -> coding.decideEnvironment("e", "cobol", NOW));
        assertRefused("environment", () -> design.decideEnvironment("e", "java", NOW));
    }

    @Test
    void aDeletedFileIsGoneAndCannotBeDeletedTwice() {
        Workspace workspace = write(coding, 0, "a/B.java", "b");
        Workspace without = workspace.apply(workspace.decide(new Edit.Delete("d", 1, "a/B.java"), NOW));

        assertThat(without.snapshot().paths()).containsExactly("Main.java");
        assertRefused("path", () -> without.decide(new Edit.Delete("d2", 2, "a/B.java"), NOW));
    }

    @Test
    void aFileChangedElsewhereIsAConflict() {
        Workspace workspace = write(coding, 0, "Main.java", "first tab");

        assertThatThrownBy(() -> workspace.decide(new Edit.Write("e", 0, "Main.java", "second tab"), NOW))
                .isInstanceOfSatisfying(ProblemException.class, conflict -> {
                    assertThat(conflict.type()).isEqualTo(ProblemType.WORKSPACE_CONFLICT);
                    assertThat(conflict.extensions()).containsEntry("currentRevision", 1L);
                });
        assertThat(workspace
                        .decide(new Edit.Write("e", 0, "Other.java", "second tab"), NOW)
                        .revision())
                .isEqualTo(2);
    }

    @Test
    void anEditForAnotherEnvironmentIsAConflict() {
        Workspace python = coding.apply(coding.decideEnvironment("e", "python", NOW));

        assertProblem(
                ProblemType.WORKSPACE_CONFLICT,
                () -> python.decide(new Edit.Write("f", 0, "Main.java", "meant for java"), NOW));
    }

    @Test
    void aRevisionFromTheFutureIsRefused() {
        assertRefused("baseRevision", () -> coding.decide(new Edit.Write("e", 1, "Main.java", ""), NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../x", "/etc/passwd", "a//b", "a b", "", "x\u0000y", "Main.java/x", "a\\b", "\u202egpj.exe"})
    void refusesAPathThatCouldHarm(String path) {
        assertRefused("path", () -> coding.decide(new Edit.Write("e", 0, path, "x"), NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul \u0000", "half \ud800", "half \udc00 too"})
    void refusesATextThatIsNoText(String text) {
        assertRefused("text", () -> coding.decide(new Edit.Write("e", 0, "Main.java", text), NOW));
    }

    @Test
    void refusesMoreThanAWorkspaceHolds() {
        String huge = "x".repeat(SourceFiles.MAX_BYTES);

        assertProblem(ProblemType.TOO_LARGE, () -> coding.decide(new Edit.Write("e", 0, "Big.java", huge), NOW));
    }

    @Test
    void refusesMoreFilesThanAWorkspaceHolds() {
        Workspace full = coding;
        for (int i = 1; i < SourceFiles.MAX_FILES; i++) {
            full = write(full, full.revision(), "f" + i, "x");
        }
        Workspace last = full;

        assertProblem(
                ProblemType.TOO_LARGE, () -> last.decide(new Edit.Write("e", last.revision(), "one-more", ""), NOW));
    }

    @Test
    void anAnswerHasItsSectionsAndNoOtherFile() {
        assertThat(design.environment()).isEmpty();
        assertThat(design.snapshot().paths()).containsExactly("api.md", "storage.md");
        assertThat(write(design, 0, "api.md", "# API").snapshot().text("api.md"))
                .contains("# API");
        assertRefused("path", () -> design.decide(new Edit.Write("e", 0, "notes.md", "x"), NOW));
        assertRefused("deleted", () -> design.decide(new Edit.Delete("e", 0, "api.md"), NOW));
    }

    @Test
    void nothingFollowsTheSeal() {
        Workspace sealed = write(coding, 0, "Main.java", "last").apply(new WorkspaceEvent.Seal(2, NOW));

        assertThat(sealed.snapshot().text("Main.java")).contains("last");
        assertProblem(ProblemType.ATTEMPT_OVER, () -> sealed.decide(new Edit.Write("e", 2, "Main.java", "x"), NOW));
        assertProblem(ProblemType.ATTEMPT_OVER, () -> sealed.decideEnvironment("e", "python", NOW));
    }

    @Test
    void aGapInTheLogIsNoticed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> coding.apply(new WorkspaceEvent.DeleteFile(2, "e", NOW, "Main.java")));
    }

    @Test
    void theReceiptHasTheHashOfTheText() {
        WorkspaceEvent event = coding.decide(new Edit.Write("e", 0, "Main.java", "abc"), NOW);

        assertThat(Receipt.of(event))
                .isEqualTo(new Receipt(
                        1, "Main.java", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", NOW));
    }

    private static Workspace write(Workspace workspace, long base, String path, String text) {
        return workspace.apply(workspace.decide(new Edit.Write(path + base, base, path, text), NOW));
    }

    private static void assertProblem(ProblemType type, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }

    private static void assertRefused(String field, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors())
                                .extracting(FieldProblem::field)
                                .containsExactly(field));
    }
}

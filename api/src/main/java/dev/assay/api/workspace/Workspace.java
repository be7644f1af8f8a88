package dev.assay.api.workspace;

import dev.assay.api.attempt.Attempt;
import dev.assay.api.problem.ProblemException;
import dev.assay.api.problem.ProblemType;
import dev.assay.api.workspace.WorkspaceEvent.ChooseEnvironment;
import dev.assay.api.workspace.WorkspaceEvent.DeleteFile;
import dev.assay.api.workspace.WorkspaceEvent.Seal;
import dev.assay.api.workspace.WorkspaceEvent.WriteFile;
import dev.assay.challenge.SourceFiles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The state that a log replays to, and the decision what may be appended to it. Each environment keeps its own files.
 *
 * @param files environment to path to text
 * @param changedAt environment to path to the revision that wrote or deleted it last
 * @param chosenAt the revision that chose the environment; 0 for the default
 * @param touched whether the candidate wrote or deleted anything
 * @param historyBytes what all texts of the log have together
 */
public record Workspace(
        WorkspaceTemplate template,
        String environment,
        long revision,
        Map<String, SortedMap<String, String>> files,
        Map<String, SortedMap<String, Long>> changedAt,
        long chosenAt,
        boolean touched,
        boolean sealed,
        long historyBytes) {

    /** What the whole history of one item may hold; eight hours of typing in large files stay far below it. */
    static final long MAX_HISTORY_BYTES = 512L * 1024 * 1024;

    public static Workspace opened(WorkspaceTemplate template) {
        return new Workspace(template, template.defaultEnvironment(), 0, Map.of(), Map.of(), 0, false, false, 0);
    }

    /** The files of the chosen environment. */
    public SourceFiles snapshot() {
        return new SourceFiles(new TreeMap<>(current()));
    }

    public Workspace apply(WorkspaceEvent event) {
        if (event.revision() != revision + 1) {
            throw new IllegalStateException(
                    "Revision " + event.revision() + " cannot follow revision " + revision + " of a workspace");
        }
        return switch (event) {
            case ChooseEnvironment chosen ->
                new Workspace(
                        template,
                        chosen.environment(),
                        chosen.revision(),
                        files,
                        changedAt,
                        chosen.revision(),
                        touched,
                        sealed,
                        historyBytes);
            case WriteFile write -> {
                TreeMap<String, String> changed = new TreeMap<>(current());
                changed.put(write.path(), write.text());
                yield changed(write, write.path(), changed, utf8Length(write.text()));
            }
            case DeleteFile delete -> {
                TreeMap<String, String> changed = new TreeMap<>(current());
                changed.remove(delete.path());
                yield changed(delete, delete.path(), changed, 0);
            }
            case Seal seal ->
                new Workspace(
                        template,
                        environment,
                        seal.revision(),
                        files,
                        changedAt,
                        chosenAt,
                        touched,
                        true,
                        historyBytes);
        };
    }

    /** @throws ProblemException when the edit does not fit the state */
    public WorkspaceEvent decide(Edit edit, Instant now) {
        requireOpen();
        requireEditable(edit.path());
        requireUnchangedSince(edit.baseRevision(), edit.path());
        return switch (edit) {
            case Edit.Write write -> {
                requireWellFormed(write.text());
                requireRoom(write);
                yield new WriteFile(
                        revision + 1, write.editId(), now, write.path(), write.text(), Hashes.sha256(write.text()));
            }
            case Edit.Delete delete -> {
                if (!current().containsKey(delete.path())) {
                    throw ProblemType.INVALID.at("path", "There is no file \"" + delete.path() + "\" to delete.");
                }
                if (template.fixedPaths()) {
                    throw ProblemType.INVALID.at(
                            "deleted", "A section of the answer cannot be deleted; write an empty text instead.");
                }
                yield new DeleteFile(revision + 1, delete.editId(), now, delete.path());
            }
        };
    }

    /** @throws ProblemException when there is no such environment */
    public ChooseEnvironment decideEnvironment(String editId, String wanted, Instant now) {
        requireOpen();
        if (!template.environments().contains(wanted)) {
            String remedy = template.environments().isEmpty()
                    ? "A design answer has no environment."
                    : "Choose one of " + String.join(", ", template.environments()) + ".";
            throw ProblemType.INVALID.at("environment", "There is no such environment here. " + remedy);
        }
        return new ChooseEnvironment(revision + 1, editId, now, wanted);
    }

    private Workspace changed(WorkspaceEvent event, String path, TreeMap<String, String> newFiles, long moreBytes) {
        TreeMap<String, SortedMap<String, String>> allFiles = new TreeMap<>(files);
        allFiles.put(environment, newFiles);
        TreeMap<String, SortedMap<String, Long>> allChanged = new TreeMap<>(changedAt);
        TreeMap<String, Long> paths = new TreeMap<>(allChanged.getOrDefault(environment, new TreeMap<>()));
        paths.put(path, event.revision());
        allChanged.put(environment, paths);
        return new Workspace(
                template,
                environment,
                event.revision(),
                allFiles,
                allChanged,
                chosenAt,
                true,
                sealed,
                historyBytes + moreBytes);
    }

    private SortedMap<String, String> current() {
        SortedMap<String, String> written = files.get(environment);
        return written != null ? written : template.starter(environment).files();
    }

    private void requireOpen() {
        if (sealed) {
            throw Attempt.over();
        }
    }

    private void requireEditable(String path) {
        try {
            SourceFiles.requireValidPath(path);
        } catch (IllegalArgumentException e) {
            throw ProblemType.INVALID.at("path", String.valueOf(e.getMessage()));
        }
        if (template.fixedPaths() && !current().containsKey(path)) {
            throw ProblemType.INVALID.at(
                    "path",
                    "The answer has no section file \"" + path + "\"; it has "
                            + String.join(", ", current().keySet()) + ".");
        }
    }

    private void requireUnchangedSince(long baseRevision, String path) {
        if (baseRevision > revision) {
            throw ProblemType.INVALID.at(
                    "baseRevision",
                    "Revision " + baseRevision + " does not exist yet; the workspace is at " + revision + ".");
        }
        if (chosenAt > baseRevision) {
            throw conflict("The environment was changed after your copy was made.");
        }
        long lastChange = changedAt.getOrDefault(environment, new TreeMap<>()).getOrDefault(path, 0L);
        if (lastChange > baseRevision) {
            throw conflict("\"" + path + "\" was changed after your copy was made.");
        }
    }

    private ProblemException conflict(String what) {
        return ProblemType.WORKSPACE_CONFLICT
                .because(what + " Load the workspace, which is at revision " + revision
                        + " now, and apply your change to it.")
                .with("currentRevision", revision);
    }

    private static void requireWellFormed(String text) {
        if (text.indexOf('\0') >= 0) {
            throw ProblemType.INVALID.at("text", "The text has a NUL character; remove it.");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw ProblemType.INVALID.at("text", "The text has half of a surrogate pair, which is no character.");
        }
    }

    private void requireRoom(Edit.Write write) {
        long added = utf8Length(write.text());
        if (historyBytes + added > MAX_HISTORY_BYTES) {
            throw ProblemType.TOO_LARGE.because("The history of this item is full; no more changes can be kept.");
        }
        TreeMap<String, String> changed = new TreeMap<>(current());
        changed.put(write.path(), write.text());
        if (changed.size() > SourceFiles.MAX_FILES) {
            throw ProblemType.TOO_LARGE.because(
                    "A workspace holds at most " + SourceFiles.MAX_FILES + " files; delete some first.");
        }
        long bytes = changed.values().stream().mapToLong(Workspace::utf8Length).sum();
        if (bytes > SourceFiles.MAX_BYTES) {
            throw ProblemType.TOO_LARGE.because("The files would have " + bytes + " bytes; at most "
                    + SourceFiles.MAX_BYTES + " are allowed. Shorten \"" + write.path() + "\".");
        }
        try {
            new SourceFiles(changed);
        } catch (IllegalArgumentException e) {
            throw ProblemType.INVALID.at("path", String.valueOf(e.getMessage()));
        }
    }

    private static long utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

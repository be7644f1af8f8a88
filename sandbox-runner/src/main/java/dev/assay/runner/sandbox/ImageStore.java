package dev.assay.runner.sandbox;

import java.util.Map;
import java.util.function.Consumer;

/** The engine's images. */
public interface ImageStore {

    boolean has(String tag);

    /**
     * @param context the build's files as a tar, a {@code Dockerfile} at its root
     * @param progress told each line of the build
     * @throws SandboxFault with the end of the build's output, when it fails
     */
    void build(String tag, Map<String, String> labels, byte[] context, Consumer<String> progress);

    /**
     * Removes what else has these labels, except the newest of it, which a runner of another version may still use. What a
     * container uses stays. Never throws: a version that stays costs no more than its space.
     */
    void removeOldVersions(String tag, Map<String, String> labels);
}

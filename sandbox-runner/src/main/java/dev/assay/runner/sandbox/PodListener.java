package dev.assay.runner.sandbox;

/** Told on the engine's threads what comes out of a pod's containers. Must be quick, and must bound what it keeps. */
public interface PodListener {

    void standardOutput(String container, byte[] bytes);

    void standardError(String container, byte[] bytes);

    /** Nothing more will come: the container ended, or the engine did. */
    void closed(String container);
}

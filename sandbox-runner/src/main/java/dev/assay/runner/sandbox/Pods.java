package dev.assay.runner.sandbox;

/** Where pods come from. Asks nothing of the engine before the first pod. */
public interface Pods {

    /**
     * Returns when every container is started and attached.
     *
     * @throws SandboxFault when the engine cannot do it
     */
    Pod start(PodSpec spec, PodListener listener);
}

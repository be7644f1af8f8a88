package dev.assay.runner.sandbox;

/**
 * One container of a pod; its image's entry point waits on stdin for work.
 *
 * @param name what it is called within the pod, such as {@code workbench}
 * @param uid its user; no two containers of a pod share one, or one could take over the other's ports
 */
public record ContainerSpec(String name, String image, int uid, ContainerLimits limits) {}

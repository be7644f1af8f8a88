package dev.assay.runner.sandbox;

import java.util.List;

/**
 * What a container may use. Memory is the total, with files in memory and without swap.
 *
 * @param processes processes and threads at one time
 * @param cpus whole or part processors' worth of time, or 0 for all of the processors that it runs on
 * @param folders the only places that can be written
 */
public record ContainerLimits(int memoryMiB, int processes, double cpus, List<Folder> folders) {

    /** A process that opened more than this could, with its siblings, use up the loopback's ports and starve the examiner. */
    private static final int EPHEMERAL_PORTS = 28_000;

    private static final int MOST_OPEN_FILES = 256;

    /** A file system in memory, limited in bytes and in the number of files. */
    public record Folder(String path, int sizeMiB, int files, boolean executable) {}

    public ContainerLimits {
        folders = List.copyOf(folders);
    }

    /** Open files of one process. */
    public int openFiles() {
        return Math.min(MOST_OPEN_FILES, EPHEMERAL_PORTS / processes);
    }
}

package dev.assay.runner.sandbox;

/** Running containers on one loopback network, used once. Reached over attach only. */
public interface Pod extends AutoCloseable {

    /** Sends to a container's stdin; returns at once. */
    void send(String container, byte[] bytes);

    /**
     * Kills the container and says how it ended.
     *
     * @return {@link Outcome.OutOfMemory} when the kernel killed anything in it for want of memory
     */
    Outcome stop(String container);

    /**
     * From now on all of it runs on these processors with the priority of a judgement; returns when that is so.
     *
     * @return false when the engine's runtime cannot change what runs; all is as before then
     */
    boolean promote(CpuSet cpus);

    /** Removes all of it; returns when it is gone. Never throws: what could not be removed is left to the reaper. */
    @Override
    void close();
}

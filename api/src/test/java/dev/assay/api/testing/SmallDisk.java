package dev.assay.api.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** A file system of a few megabytes, in memory. Skips the test, saying why, where none can be mounted. */
public record SmallDisk(Path path) implements AutoCloseable {

    public static SmallDisk mountBelow(Path folder, int mebibytes) throws IOException {
        Path path = Files.createDirectory(folder.resolve("disk"));
        if (run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", path.toString()) != 0) {
            String reason = "SKIPPED on a full disk: a small file system cannot be mounted here; run the tests as root";
            System.err.println(reason);
            throw new TestAbortedException(reason);
        }
        return new SmallDisk(path);
    }

    @Override
    public void close() throws IOException {
        run("umount", "-l", path.toString());
    }

    private static int run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.onExit()
                .completeOnTimeout(process, 10, TimeUnit.SECONDS)
                .thenApply(ended -> ended.isAlive() ? -1 : ended.exitValue())
                .join();
    }
}

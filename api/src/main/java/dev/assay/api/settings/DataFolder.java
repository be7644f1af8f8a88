package dev.assay.api.settings;

import dev.assay.api.startup.StartUpFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The folder with everything this installation must keep; held by one process at a time. */
@Component
public class DataFolder implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(DataFolder.class);
    private static final int KEY_BYTES = 32;

    private final Path folder;
    private final FileChannel lock;

    DataFolder(AssaySettings settings) {
        folder = settings.dataFolder().toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            closeToOthers();
            lock = FileChannel.open(
                    folder.resolve("assay.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            take(lock);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Random bytes that stay the same from start to start, in a file that only this user can read. */
    public byte[] secret(String name) {
        Path file = file(name);
        try {
            if (Files.exists(file)) {
                byte[] kept = Files.readAllBytes(file);
                if (kept.length == KEY_BYTES) {
                    return kept;
                }
            }
            byte[] made = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(made);
            Path draft = Files.createTempFile(
                    folder,
                    name,
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(draft, made);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return made;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    @Override
    public void destroy() throws IOException {
        lock.close();
    }

    /** The folder has people's names and work in it. One that is mounted here and another's may stay as it is. */
    private void closeToOthers() throws IOException {
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (FileSystemException e) {
            log.warn(
                    "The data folder {} belongs to somebody else and stays open to others: {}", folder, e.getMessage());
        }
    }

    private void take(FileChannel channel) throws IOException {
        boolean taken;
        try {
            taken = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            taken = false;
        }
        if (!taken) {
            ByteBuffer holder = ByteBuffer.allocate(20);
            channel.read(holder, 0);
            String process = new String(holder.array(), 0, holder.position(), StandardCharsets.US_ASCII).strip();
            channel.close();
            throw new StartUpFailure("The data folder " + folder + " is in use by another Assay"
                    + (process.isEmpty() ? "" : " (process " + process + ")")
                    + ". Stop that one, or set ASSAY_DATA_FOLDER to another folder.");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
    }

    private StartUpFailure unusable(IOException e) {
        @Nullable String reason = e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
        return new StartUpFailure(
                "The data folder " + folder + " cannot be written (" + reason
                        + "). Free disk space or correct its permissions, or set ASSAY_DATA_FOLDER to another folder.",
                e);
    }
}

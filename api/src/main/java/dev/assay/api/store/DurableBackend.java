package dev.assay.api.store;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import dev.assay.api.startup.StartUpFailure;
import io.netty.channel.Channel;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the file-backed MongoDB server durable.
 *
 * <p>Left alone, MVStore writes to the disk about once a second, from a thread of its own, at any moment: an
 * acknowledged write could be lost, and a document could be on the disk without its index entries. Here that thread is
 * off; writes come one after the other, and each is committed and synced as a whole before it is answered.
 *
 * <p>After a failed commit the store in memory is ahead of the disk, so it is thrown away and opened again from the
 * disk: what was acknowledged stays, what failed is gone.
 */
final class DurableBackend implements MongoBackend {

    static final long DEFAULT_RESERVE_BYTES = 16L * 1024 * 1024;

    private static final Logger log = LoggerFactory.getLogger(DurableBackend.class);
    private static final int OUT_OF_DISK_SPACE = 14031;

    /** How long replaced data stays before its space is used again; every commit is synced, so it need not be long. */
    private static final int RETENTION_MILLIS = 10_000;

    private static final int WRITES_PER_COMPACTION = 2_000;
    private static final int COMPACTION_BYTES = 8 * 1024 * 1024;
    private static final int TARGET_FILL_PERCENT = 60;
    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropindexes",
            "dropdatabase",
            "renamecollection");

    private final File file;
    private final long reserveBytes;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile H2Backend current;
    private int writes;

    DurableBackend(Path file, long reserveBytes) {
        this.file = file.toFile();
        this.reserveBytes = reserveBytes;
        this.current = open();
    }

    private H2Backend open() {
        try {
            MVStore store = new MVStore.Builder()
                    .fileName(file.getPath())
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .open();
            store.setRetentionTime(RETENTION_MILLIS);
            return new H2Backend(store);
        } catch (MVStoreException e) {
            throw new StartUpFailure(
                    "The store " + file + " cannot be opened (" + e.getMessage()
                            + "). Free disk space if the disk is full; else put a backup in its place.",
                    e);
        }
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        String command = message.getDocument().keySet().iterator().next();
        return isWrite(command) ? write(() -> current.handleMessage(message)) : current.handleMessage(message);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        return isWrite(command)
                ? write(() -> current.handleCommand(channel, database, command, query))
                : current.handleCommand(channel, database, command, query);
    }

    private static boolean isWrite(String command) {
        return WRITES.contains(command.toLowerCase(Locale.ROOT));
    }

    private Document write(Supplier<Document> change) {
        writing.lock();
        try {
            requireRoom();
            try {
                return change.get();
            } finally {
                // Also after a refusal: of several documents the first may have been taken.
                commit();
            }
        } finally {
            writing.unlock();
        }
    }

    private void requireRoom() {
        if (file.getUsableSpace() < reserveBytes) {
            throw outOfDiskSpace();
        }
        if (current.getMvStore().isClosed()) {
            current = open();
        }
    }

    private void commit() {
        MVStore store = current.getMvStore();
        try {
            store.commit();
            store.sync();
            if (++writes % WRITES_PER_COMPACTION == 0) {
                store.compact(TARGET_FILL_PERCENT, COMPACTION_BYTES);
                store.commit();
            }
        } catch (MVStoreException e) {
            log.error("The store could not write to {}; the last change is undone", file, e);
            reopen(store);
            throw outOfDiskSpace();
        }
    }

    private void reopen(MVStore broken) {
        broken.closeImmediately();
        try {
            current = open();
        } catch (StartUpFailure e) {
            log.error("The store stays closed until it can be opened again", e);
        }
    }

    private static MongoServerError outOfDiskSpace() {
        return new MongoServerError(OUT_OF_DISK_SPACE, "OutOfDiskSpace", "The disk of the embedded store is full");
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        return current.handleQuery(query);
    }

    @Override
    public void handleClose(Channel channel) {
        current.handleClose(channel);
    }

    @Override
    public void dropDatabase(String database) {
        current.dropDatabase(database);
    }

    @Override
    public Collection<Document> getCurrentOperations(MongoQuery query) {
        return current.getCurrentOperations(query);
    }

    @Override
    public Document getServerStatus() {
        return current.getServerStatus();
    }

    @Override
    public void close() {
        writing.lock();
        try {
            current.close();
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void closeCursors(List<Long> cursorIds) {
        current.closeCursors(cursorIds);
    }

    @Override
    public Clock getClock() {
        return current.getClock();
    }

    @Override
    public void enableOplog() {
        throw new UnsupportedOperationException("The embedded store has no oplog");
    }

    @Override
    public void disableOplog() {}

    @Override
    public MongoDatabase resolveDatabase(String database) {
        return current.resolveDatabase(database);
    }

    @Override
    public MongoBackend version(MongoVersion version) {
        current.version(version);
        return this;
    }
}

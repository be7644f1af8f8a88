package dev.assay.api.store;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * A database in one file that speaks MongoDB's protocol on a free loopback port of this machine. A write is on the
 * disk before it is acknowledged.
 */
public final class EmbeddedStore implements AutoCloseable {

    private final MongoServer server;

    private EmbeddedStore(MongoServer server) {
        this.server = server;
    }

    public static EmbeddedStore open(Path file) {
        return open(file, DurableBackend.DEFAULT_RESERVE_BYTES);
    }

    /** @param reserveBytes free disk space below which writes are refused, so that the file is never left half written */
    public static EmbeddedStore open(Path file, long reserveBytes) {
        MongoServer server = new MongoServer(new DurableBackend(file, reserveBytes));
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return new EmbeddedStore(server);
    }

    public String connectionString(String database) {
        return "mongodb://127.0.0.1:" + server.getLocalAddress().getPort() + "/" + database;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}

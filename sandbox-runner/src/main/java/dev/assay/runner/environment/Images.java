package dev.assay.runner.environment;

import dev.assay.runner.sandbox.ImageStore;
import dev.assay.runner.sandbox.SandboxFault;
import dev.assay.runner.sandbox.Tar;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Images by the hash of what they are built from, built when first needed; those who ask meanwhile wait for the one build. */
public final class Images {

    private static final int TAG_LENGTH = 16;

    private final ImageStore store;
    private final Map<String, CompletableFuture<String>> underWay = new ConcurrentHashMap<>();
    private final Set<String> present = ConcurrentHashMap.newKeySet();
    private final Map<String, String> tags = new ConcurrentHashMap<>();

    public Images(ImageStore store) {
        this.store = store;
    }

    /** The tag of the environment's image, which is there on return. */
    public String environment(Environment environment, Consumer<String> progress) {
        return ensure("assay/env-" + environment.name(), environment.image(), progress);
    }

    /** The tag of the server's image, which is there on return. */
    public String dependency(DependencyServer server, DependencyServers servers, Consumer<String> progress) {
        return ensure("assay/dep-" + server.name(), servers.image(server), progress);
    }

    /** The tag of the examiner's image, which is there on return. */
    public String examiner(Consumer<String> progress) {
        return ensure("assay/examiner", () -> ResourceFolder.read("images/examiner"), progress);
    }

    /** To be called when the engine says that an image is gone. */
    public void forget() {
        present.clear();
    }

    private String ensure(String name, ImageFiles files, Consumer<String> progress) {
        String tag =
                tags.computeIfAbsent(name, _ -> name + ":" + hash(files.read()).substring(0, TAG_LENGTH));
        if (present.contains(tag)) {
            return tag;
        }
        CompletableFuture<String> mine = new CompletableFuture<>();
        CompletableFuture<String> earlier = underWay.putIfAbsent(tag, mine);
        if (earlier != null) {
            progress.accept("Waiting for the image " + tag + ", which is being built");
            return result(earlier);
        }
        try {
            if (!store.has(tag)) {
                progress.accept("Building the image " + tag + "; this happens once");
                Map<String, String> labels = Map.of("dev.assay.image", name);
                store.build(tag, labels, Tar.of(files.read()), progress);
                store.removeOldVersions(tag, labels);
            }
            present.add(tag);
            mine.complete(tag);
            return tag;
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(tag);
        }
    }

    private static String result(CompletableFuture<String> build) {
        try {
            return build.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof SandboxFault fault ? fault : new SandboxFault("An image was not built", e);
        }
    }

    private static String hash(SortedMap<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Tar.of(files));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

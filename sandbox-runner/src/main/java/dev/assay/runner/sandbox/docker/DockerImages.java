package dev.assay.runner.sandbox.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.BuildResponseItem;
import com.github.dockerjava.api.model.Image;
import dev.assay.runner.sandbox.ImageStore;
import dev.assay.runner.sandbox.SandboxFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Images built by the engine itself, from a context sent over its API. */
public final class DockerImages implements ImageStore {

    private static final Logger log = LoggerFactory.getLogger(DockerImages.class);
    private static final int MINUTES = 20;
    private static final int LAST_LINES = 8;
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final String BASE = "assay/base:trixie";

    private final DockerEngine engine;

    public DockerImages(DockerEngine engine) {
        this.engine = engine;
    }

    @Override
    public boolean has(String tag) {
        return engine.call("looking for the image " + tag, docker -> {
            try {
                docker.inspectImageCmd(tag).exec();
                return true;
            } catch (NotFoundException absent) {
                return false;
            }
        });
    }

    @Override
    public void build(String tag, Map<String, String> labels, byte[] context, Consumer<String> progress) {
        if (!has(BASE)) {
            throw new SandboxFault(
                    SandboxFault.Kind.SETTING,
                    "The base image " + BASE + " is missing, so " + tag
                            + " cannot be built: ./assay up makes it, and ./assay doctor tells what else is missing");
        }
        try (Build build = new Build()) {
            engine.call(
                    "building the image " + tag,
                    docker -> docker.buildImageCmd(new ByteArrayInputStream(context))
                            .withTags(Set.of(tag))
                            .withLabels(labels)
                            .withRemove(true)
                            .withForcerm(true)
                            .exec(build));
            if (!build.follow(progress)) {
                throw new SandboxFault(
                        SandboxFault.Kind.SETTING,
                        "The image " + tag + " was not built within " + MINUTES
                                + " minutes: check that this machine reaches its package mirror");
            }
            String error = build.error;
            if (error != null && (DockerEngine.saysThatTheDiskIsFull(error) || build.saysThatTheDiskIsFull())) {
                throw engine.diskFull("building the image " + tag, null);
            }
            if (error != null || !has(tag)) {
                throw new SandboxFault(
                        error == null ? SandboxFault.Kind.RUNNER : SandboxFault.Kind.SETTING,
                        "The image " + tag + " could not be built: " + DockerEngine.oneLine(error)
                                + ". Check that the engine reaches its package mirror. The build's last lines: "
                                + String.join(" | ", build.last));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SandboxFault.stopped(e);
        } catch (SandboxFault fault) {
            throw fault;
        } catch (RuntimeException | IOException e) {
            throw engine.fault("building the image " + tag, e);
        }
    }

    @Override
    public void removeOldVersions(String tag, Map<String, String> labels) {
        try {
            List<Image> versions = engine.call(
                    "listing images",
                    docker -> docker.listImagesCmd().withLabelFilter(labels).exec());
            versions.stream()
                    .filter(image -> !tags(image).contains(tag))
                    .sorted(Comparator.comparing((Image image) -> tags(image).isEmpty())
                            .thenComparing(Image::getCreated, Comparator.reverseOrder()))
                    .skip(1)
                    .forEach(this::remove);
        } catch (SandboxFault fault) {
            log.warn("Old versions of {} were not looked for: {}", tag, fault.getMessage());
        }
    }

    /** Without force, which would also remove what a container uses. */
    private void remove(Image image) {
        List<String> names = tags(image).isEmpty() ? List.of(image.getId()) : tags(image);
        for (String name : names) {
            try {
                engine.call(
                        "removing the image " + name,
                        docker -> docker.removeImageCmd(name).exec());
                log.info("Removed the old image {}", name);
            } catch (SandboxFault fault) {
                log.debug("The old image {} stays: {}", name, fault.getMessage());
            }
        }
    }

    /** None for an image whose tag went to a later one. */
    private static List<String> tags(Image image) {
        String[] tags = image.getRepoTags();
        return tags == null
                ? List.of()
                : Arrays.stream(tags)
                        .filter(tag -> !tag.equals("<none>:<none>"))
                        .toList();
    }

    private static final class Build extends ResultCallback.Adapter<BuildResponseItem> {

        private final LinkedBlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
        private final ArrayDeque<String> last = new ArrayDeque<>();
        private final StringBuilder line = new StringBuilder();
        private volatile @Nullable String error;

        /** Tells the lines on the calling thread; false when the build takes too long. */
        boolean follow(Consumer<String> progress) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
            while (true) {
                Optional<String> next = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    return false;
                }
                if (next.isEmpty()) {
                    awaitCompletion();
                    return true;
                }
                last.addLast(next.get());
                if (last.size() > LAST_LINES) {
                    last.removeFirst();
                }
                progress.accept(next.get());
            }
        }

        @Override
        public void onNext(BuildResponseItem item) {
            if (item.getErrorDetail() != null) {
                error = item.getErrorDetail().getMessage();
            }
            if (item.getStream() != null) {
                line.append(item.getStream());
                int end = line.indexOf("\n");
                while (end >= 0) {
                    tell(line.substring(0, end));
                    line.delete(0, end + 1);
                    end = line.indexOf("\n");
                }
            }
        }

        private void tell(String line) {
            String text = COLOUR.matcher(line).replaceAll("").strip();
            if (!text.isEmpty()) {
                lines.add(Optional.of(text));
            }
        }

        boolean saysThatTheDiskIsFull() {
            return last.stream().anyMatch(DockerEngine::saysThatTheDiskIsFull);
        }

        @Override
        public void onError(Throwable failure) {
            super.onError(failure);
            lines.add(Optional.empty());
        }

        @Override
        public void onComplete() {
            super.onComplete();
            lines.add(Optional.empty());
        }
    }
}

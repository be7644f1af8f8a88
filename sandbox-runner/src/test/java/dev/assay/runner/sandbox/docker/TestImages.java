package dev.assay.runner.sandbox.docker;

import com.github.dockerjava.api.command.LoadImageCallback;
import com.github.dockerjava.api.command.SaveImagesCmd;
import dev.assay.runner.environment.Environments;
import dev.assay.runner.environment.Images;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

public final class TestImages {

    private static final Duration COPYING = Duration.ofMinutes(5);

    private TestImages() {}

    static String node(DockerEngine engine) {
        return new Images(new DockerImages(engine))
                .environment(Environments.shipped().named("node"), line -> {});
    }

    /** What judging in these environments needs, built on the machine's engine if need be: the environments' images first. */
    public static List<String> of(List<String> environments) {
        try (Containers machine = new Containers()) {
            Images images = new Images(new DockerImages(machine.engine()));
            List<String> tags = new ArrayList<>();
            for (String environment : environments) {
                tags.add(images.environment(Environments.shipped().named(environment), line -> {}));
            }
            tags.add(images.examiner(line -> {}));
            return List.copyOf(tags);
        }
    }

    /** Layers that two images share count twice. */
    public static long bytes(List<String> tags) {
        try (Containers machine = new Containers()) {
            return tags.stream()
                    .mapToLong(tag -> machine.engine()
                            .call(
                                    "inspecting an image",
                                    docker -> docker.inspectImageCmd(tag).exec().getSize()))
                    .sum();
        }
    }

    /** From the machine's engine to another. */
    public static void copy(List<String> tags, String dockerHost) {
        try (Containers machine = new Containers();
                DockerEngine other = new DockerEngine(dockerHost);
                InputStream saved = machine.engine().call("saving images", COPYING, docker -> {
                    SaveImagesCmd save = docker.saveImagesCmd();
                    tags.forEach(tag -> save.withImage(nameOf(tag), versionOf(tag)));
                    return save.exec();
                })) {
            other.call(
                    "loading images",
                    COPYING,
                    docker -> docker.loadImageAsyncCmd(saved)
                            .exec(new LoadImageCallback())
                            .awaitMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the image a second name, under which it stays when the first is removed. */
    public static void name(String dockerHost, String tag, String other) {
        try (DockerEngine engine = new DockerEngine(dockerHost)) {
            engine.call(
                    "naming an image",
                    docker -> docker.tagImageCmd(tag, nameOf(other), versionOf(other))
                            .exec());
        }
    }

    public static void remove(String dockerHost, String tag) {
        try (DockerEngine engine = new DockerEngine(dockerHost)) {
            engine.call(
                    "removing an image", docker -> docker.removeImageCmd(tag).exec());
        }
    }

    private static String nameOf(String tag) {
        return tag.substring(0, tag.lastIndexOf(':'));
    }

    private static String versionOf(String tag) {
        return tag.substring(tag.lastIndexOf(':') + 1);
    }
}

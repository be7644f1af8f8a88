package dev.assay.runner.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.exception.NotFoundException;
import dev.assay.runner.sandbox.Tar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DockerImagesIT {

    private final Containers containers = new Containers();
    private final DockerEngine engine = containers.engine();
    private final DockerImages images = new DockerImages(engine);
    private final String name = "assay/test-" + UUID.randomUUID();
    private final Map<String, String> labels = Map.of("dev.assay.test", name);

    @BeforeEach
    void needsAnEngine() {
        assertThat(engine.unavailableBecause())
                .as("these tests need a Docker engine; nothing was tested")
                .isEmpty();
    }

    @AfterEach
    void removeImages() {
        versions(1, 2, 3, 4, 5)
                .forEach(tag -> engine.call("removing an image", docker -> {
                    try {
                        return docker.removeImageCmd(tag).exec();
                    } catch (NotFoundException gone) {
                        return null;
                    }
                }));
        containers.close();
    }

    @Test
    void keepsTheVersionInUseTheNewOneAndOneMore() {
        versions(1, 2, 3, 4, 5).forEach(this::build);
        String used = name + ":1";
        String container = engine.call(
                "creating a container",
                docker -> docker.createContainerCmd(used).withCmd("true").exec().getId());
        try {
            images.removeOldVersions(name + ":5", labels);
        } finally {
            engine.call(
                    "removing a container",
                    docker -> docker.removeContainerCmd(container).exec());
        }

        assertThat(images.has(used)).as("the one in use").isTrue();
        assertThat(images.has(name + ":5")).as("the new one").isTrue();
        assertThat(versions(2, 3, 4).stream().filter(images::has)).as("others").hasSizeLessThanOrEqualTo(1);
    }

    private void build(String tag) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        files.put("Dockerfile", ("FROM assay/base:trixie\nENV VERSION=" + tag).getBytes(StandardCharsets.UTF_8));
        images.build(tag, labels, Tar.of(files), line -> {});
    }

    private List<String> versions(int... numbers) {
        return IntStream.of(numbers).mapToObj(number -> name + ":" + number).toList();
    }
}

package dev.assay.runner.sandbox.docker;

import dev.assay.runner.environment.Environments;
import dev.assay.runner.environment.Images;

final class TestImages {

    private TestImages() {}

    static String node(DockerEngine engine) {
        return new Images(new DockerImages(engine))
                .environment(Environments.shipped().named("node"), line -> {});
    }
}

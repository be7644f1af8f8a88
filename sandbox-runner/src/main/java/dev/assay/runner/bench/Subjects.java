package dev.assay.runner.bench;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.SourceFiles;
import dev.assay.runner.environment.Environments;
import dev.assay.runner.environment.Images;
import dev.assay.runner.sandbox.docker.DockerEngine;
import dev.assay.runner.sandbox.docker.DockerImages;
import java.util.function.Consumer;

/** Makes subjects, and the images that they need. */
public final class Subjects implements AutoCloseable {

    private final Environments environments = Environments.shipped();
    private final DockerEngine engine;
    private final Images images;

    public Subjects(String dockerHost) {
        engine = new DockerEngine(dockerHost);
        images = new Images(new DockerImages(engine));
    }

    /** @param files a right solution */
    public Subject of(Challenge challenge, String environment, SourceFiles files, Consumer<String> progress) {
        return new Subject(
                challenge,
                environments.named(environment),
                files,
                images.examiner(progress),
                images.environment(environments.named(environment), progress));
    }

    @Override
    public void close() {
        engine.close();
    }
}

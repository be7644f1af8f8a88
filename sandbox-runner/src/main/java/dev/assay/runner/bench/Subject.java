package dev.assay.runner.bench;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.SourceFiles;
import dev.assay.runner.environment.Environment;

/**
 * What is judged again and again: a right solution in one environment.
 *
 * @param examinerImage its tag
 * @param environmentImage its tag
 */
public record Subject(
        Challenge challenge,
        Environment environment,
        SourceFiles files,
        String examinerImage,
        String environmentImage) {}

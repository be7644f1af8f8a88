package dev.assay.runner.environment;

import java.util.SortedMap;

/**
 * A language with its frameworks, as one image.
 *
 * @param title for people
 * @param entry the file that must be there, by its path in the workspace
 * @param build a shell script, run in the folder of the candidate's files; fails when they cannot be built
 * @param serve a shell script that becomes the service
 * @param image the files its image is built from
 */
public record Environment(
        String name, String title, String entry, String build, String serve, SortedMap<String, byte[]> image) {}

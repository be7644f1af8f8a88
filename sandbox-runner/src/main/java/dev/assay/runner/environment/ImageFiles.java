package dev.assay.runner.environment;

import java.util.SortedMap;

/** The files that an image is built from, by path. They are read when they are asked for, because some are tens of megabytes. */
@FunctionalInterface
public interface ImageFiles {

    SortedMap<String, byte[]> read();
}

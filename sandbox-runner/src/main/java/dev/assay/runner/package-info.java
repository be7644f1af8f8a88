/** The runner's front door: judges submissions on a Docker engine, from inside the calling process. */
@NullMarked
package dev.assay.runner;

import org.jspecify.annotations.NullMarked;

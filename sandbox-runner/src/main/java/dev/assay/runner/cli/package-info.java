/** The commands behind {@code ./assay judge}, {@code prepare} and {@code doctor}; nothing else depends on them. */
@NullMarked
package dev.assay.runner.cli;

import org.jspecify.annotations.NullMarked;

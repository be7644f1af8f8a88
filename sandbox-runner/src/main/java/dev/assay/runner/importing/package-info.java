/** Judges the submissions of problem packages of ICPC and Kattis, so that challenges can be made of them. */
@NullMarked
package dev.assay.runner.importing;

import org.jspecify.annotations.NullMarked;

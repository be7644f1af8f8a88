/** Reads problem packages of ICPC and Kattis, and makes challenges of them; judges nothing. */
@NullMarked
package dev.assay.challenge.icpc;

import org.jspecify.annotations.NullMarked;

/** The program in the examiner container: compiles and runs an exam, and tells the runner what each test found. */
@NullMarked
package dev.assay.exam.program;

import org.jspecify.annotations.NullMarked;

package dev.assay.runner.judging;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** @param classes class file name to its bytes in Base64, as the examiner takes them */
record CompiledExam(SortedMap<String, String> classes) {
    CompiledExam {
        classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    }
}

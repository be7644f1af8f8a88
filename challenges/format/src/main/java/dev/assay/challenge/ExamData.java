package dev.assay.challenge;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files that an exam reads, such as the cases of a program. They go to the examiner and nowhere else.
 *
 * @param files path below {@code exam/data/} to text, in path order
 */
public record ExamData(SortedMap<String, String> files) {

    public static final int MAX_FILES = 1500;
    public static final int MAX_BYTES = 8 * 1024 * 1024;

    public static final ExamData NONE = new ExamData(new TreeMap<>());

    public ExamData {
        if (files.size() > MAX_FILES) {
            throw new IllegalArgumentException(
                    "The exam has " + files.size() + " files of data; at most " + MAX_FILES + " are allowed");
        }
        long bytes = 0;
        for (Map.Entry<String, String> file : files.entrySet()) {
            SourceFiles.requireValidPath(file.getKey());
            bytes += file.getValue().getBytes(StandardCharsets.UTF_8).length;
        }
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "The exam's data have " + bytes + " bytes; at most " + MAX_BYTES + " are allowed");
        }
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }
}

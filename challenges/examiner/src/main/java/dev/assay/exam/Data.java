package dev.assay.exam;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The files below {@code exam/data/} of the package, which only the examiner has. A test method or a test class's constructor takes
 * it as a parameter.
 *
 * <pre>{@code
 * @Test
 * void solvesTheLargeMaze(Program program, Data data) {
 *     program.run(data.text("mazes/large.in")).hasOutput(data.text("mazes/large.ans"));
 * }
 * }</pre>
 */
public final class Data {
    private final NavigableMap<String, String> files;

    /** @param files path below {@code exam/data/} to text */
    public Data(Map<String, String> files) {
        this.files = new TreeMap<>(files);
    }

    /**
     * The text of a file.
     *
     * @param path from {@code exam/data/} on, such as {@code mazes/large.in}
     */
    public String text(String path) {
        String text = files.get(path);
        if (text == null) {
            throw new IllegalArgumentException("The package has no file exam/data/" + path);
        }
        return text;
    }

    /** Whether there is such a file. */
    public boolean has(String path) {
        return files.containsKey(path);
    }

    /**
     * The names of the files directly in a folder, in order; none when there is no such folder.
     *
     * @param folder from {@code exam/data/} on, such as {@code mazes}
     */
    public List<String> names(String folder) {
        String prefix = folder + "/";
        return files.tailMap(prefix).keySet().stream()
                .takeWhile(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()))
                .filter(name -> !name.contains("/"))
                .toList();
    }
}

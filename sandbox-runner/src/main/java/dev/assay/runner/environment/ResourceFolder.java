package dev.assay.runner.environment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Reads a folder of the class path, from a directory and from a jar, nested in another jar or not. */
final class ResourceFolder {

    private ResourceFolder() {}

    /** Path below the folder to content, in path order. */
    static SortedMap<String, byte[]> read(String folder) {
        URL url = ResourceFolder.class.getResource("/" + folder);
        if (url == null) {
            throw new IllegalStateException("The resource folder " + folder + " is missing: this build is incomplete");
        }
        try {
            URLConnection connection = url.openConnection();
            SortedMap<String, byte[]> files = connection instanceof JarURLConnection jar
                    ? readJar(jar.getJarFile(), folder + "/")
                    : readDirectory(Path.of(url.toURI()));
            return Collections.unmodifiableSortedMap(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The resource folder " + folder + " has no readable address", e);
        }
    }

    private static SortedMap<String, byte[]> readDirectory(Path directory) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    /** The jar is not closed: the class loader shares it. */
    private static SortedMap<String, byte[]> readJar(JarFile jar, String prefix) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        List<JarEntry> entries = jar.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix))
                .toList();
        for (JarEntry entry : entries) {
            try (InputStream content = jar.getInputStream(entry)) {
                files.put(entry.getName().substring(prefix.length()), content.readAllBytes());
            }
        }
        return files;
    }
}

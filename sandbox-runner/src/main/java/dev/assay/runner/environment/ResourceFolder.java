package dev.assay.runner.environment;

import static java.util.stream.Collectors.toCollection;

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
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Reads a folder of the class path, from a directory and from a jar, nested in another jar or not. */
final class ResourceFolder {

    private ResourceFolder() {}

    /** Path below the folder to content, in path order. */
    static SortedMap<String, byte[]> read(String folder) {
        return Collections.unmodifiableSortedMap(
                from(folder, jar -> readJar(jar, folder + "/"), ResourceFolder::readDirectory));
    }

    /** The names of the folders that lie directly in the folder. */
    static SortedSet<String> foldersIn(String folder) {
        return Collections.unmodifiableSortedSet(
                from(folder, jar -> foldersInJar(jar, folder + "/"), ResourceFolder::foldersInDirectory));
    }

    static byte[] file(String path) {
        try (InputStream content = ResourceFolder.class.getResourceAsStream("/" + path)) {
            if (content == null) {
                throw new IllegalStateException("The resource " + path + " is missing: this build is incomplete");
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Reading<F, T> {
        T from(F source) throws IOException;
    }

    private static <T> T from(String folder, Reading<JarFile, T> jar, Reading<Path, T> directory) {
        URL url = ResourceFolder.class.getResource("/" + folder);
        if (url == null) {
            throw new IllegalStateException("The resource folder " + folder + " is missing: this build is incomplete");
        }
        try {
            URLConnection connection = url.openConnection();
            return connection instanceof JarURLConnection inJar
                    ? jar.from(inJar.getJarFile())
                    : directory.from(Path.of(url.toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The resource folder " + folder + " has no readable address", e);
        }
    }

    private static SortedSet<String> foldersInDirectory(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .collect(toCollection(TreeSet::new));
        }
    }

    private static SortedSet<String> foldersInJar(JarFile jar, String prefix) {
        return jar.stream()
                .map(JarEntry::getName)
                .filter(name -> name.startsWith(prefix) && name.indexOf('/', prefix.length()) > 0)
                .map(name -> name.substring(prefix.length(), name.indexOf('/', prefix.length())))
                .collect(toCollection(TreeSet::new));
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

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Run while Assay is built: {@code java MergeJars.java FOLDER-OF-JARS JAR LIST} makes one jar of many, and a list of their names and
 * versions. Every jar on a class path is opened and searched by the compiler, and by each service that looks for a provider; for
 * eighty of them that takes as long as the rest of the start of a small service. The same jars give the same bytes.
 */
class MergeJars {
    private static final Pattern NAME_AND_VERSION = Pattern.compile("(.+?)-([0-9].*)\\.jar");

    private final Map<String, byte[]> entries = new TreeMap<>();

    public static void main(String[] args) throws IOException {
        Path target = Path.of(args[1]);
        List<Path> jars = jarsIn(Path.of(args[0]));
        if (isNewerThan(jars, target)) {
            return;
        }
        MergeJars merged = new MergeJars();
        for (Path jar : jars) {
            merged.add(jar);
        }
        Files.createDirectories(target.getParent());
        merged.write(target);
        Files.writeString(Path.of(args[2]), list(jars));
    }

    private static List<Path> jarsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static boolean isNewerThan(List<Path> jars, Path target) throws IOException {
        for (Path jar : jars) {
            if (!Files.exists(target)
                    || Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(target)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static String list(List<Path> jars) {
        return jars.stream()
                .map(jar -> NAME_AND_VERSION.matcher(jar.getFileName().toString()))
                .filter(Matcher::matches)
                .map(name -> name.group(1) + "\t" + name.group(2) + "\n")
                .collect(Collectors.joining());
    }

    private void add(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
                JarEntry entry = all.nextElement();
                if (entry.isDirectory() || isLeftOut(entry.getName())) {
                    continue;
                }
                try (InputStream content = jar.getInputStream(entry)) {
                    byte[] second = content.readAllBytes();
                    byte[] first = entries.putIfAbsent(entry.getName(), second);
                    if (first != null && !Arrays.equals(first, second)) {
                        entries.put(entry.getName(), joined(entry.getName(), first, second, file));
                    }
                }
            }
        }
    }

    private static boolean isLeftOut(String name) {
        return name.endsWith("module-info.class")
                || name.endsWith("MANIFEST.MF")
                || name.equals("META-INF/INDEX.LIST")
                || name.startsWith("META-INF/maven/")
                || name.endsWith("spring-configuration-metadata.json");
    }

    private static byte[] joined(String name, byte[] first, byte[] second, Path jar) throws IOException {
        if (name.startsWith("META-INF/services/") || name.endsWith(".imports") || name.endsWith(".includes")) {
            return (text(first) + "\n" + text(second)).getBytes(StandardCharsets.UTF_8);
        }
        if (name.matches(".*\\.(factories|properties|handlers|schemas|tooling)")) {
            return joinedProperties(name, first, second, jar);
        }
        if (name.matches("(META-INF/)?(.*(?i:license|notice|dependencies|copyright).*|web-fragment\\.xml)")) {
            return first;
        }
        throw new IOException(
                jar + " has another " + name + " than a jar before it, and nothing here says how to join them");
    }

    /** Two values of one key make a list in a file of factories, and are a conflict in any other. */
    private static byte[] joinedProperties(String name, byte[] first, byte[] second, Path jar) throws IOException {
        Properties all = properties(first);
        for (Map.Entry<Object, Object> entry : properties(second).entrySet()) {
            Object before = all.putIfAbsent(entry.getKey(), entry.getValue());
            if (before == null || before.equals(entry.getValue())) {
                continue;
            }
            if (!name.endsWith(".factories")) {
                throw new IOException(jar + " has another value for " + entry.getKey() + " in its " + name);
            }
            all.put(entry.getKey(), before + "," + entry.getValue());
        }
        StringWriter written = new StringWriter();
        all.store(written, null);
        return written.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Properties properties(byte[] content) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text(content)));
        return properties;
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** With entries for folders, because Spring looks for packages as resources. */
    private void write(Path file) throws IOException {
        Set<String> names = new LinkedHashSet<>(List.of("META-INF/", JarFile.MANIFEST_NAME));
        for (String name : entries.keySet()) {
            for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
                names.add(name.substring(0, slash + 1));
            }
            names.add(name);
        }
        entries.put(
                JarFile.MANIFEST_NAME,
                "Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (String name : names) {
                JarEntry entry = new JarEntry(name);
                entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
                jar.putNextEntry(entry);
                jar.write(entries.getOrDefault(name, new byte[0]));
                jar.closeEntry();
            }
        }
    }
}

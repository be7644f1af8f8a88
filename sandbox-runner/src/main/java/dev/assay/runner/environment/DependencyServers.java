package dev.assay.runner.environment;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The servers that ship, one folder each below {@code images/dependencies}. To add one, add its folder: a {@code Dockerfile}
 * that starts from the base image, and a {@code dependency.yaml}.
 */
public final class DependencyServers {

    private final SortedMap<String, DependencyServer> byName = new TreeMap<>();
    private final SortedMap<String, ImageFiles> images = new TreeMap<>();

    private DependencyServers() {}

    public static DependencyServers shipped() {
        DependencyServers servers = new DependencyServers();
        ImageFolder.readAll("images/dependencies", "dependency.yaml").forEach((name, folder) -> {
            servers.byName.put(
                    name,
                    new DependencyServer(
                            name,
                            folder.text("title"),
                            folder.texts("variables"),
                            folder.text("serve"),
                            folder.text("ready"),
                            folder.text("seed"),
                            folder.number("memoryMiB"),
                            folder.number("filesMiB"),
                            folder.number("processes"),
                            folder.number("idleMiB"),
                            folder.text("versions")));
            servers.images.put(name, folder.image());
        });
        return servers;
    }

    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    public DependencyServer named(String name) {
        DependencyServer server = byName.get(name);
        if (server == null) {
            throw new IllegalArgumentException(
                    "There is no dependency \"" + name + "\"; there are " + String.join(", ", byName.keySet()));
        }
        return server;
    }

    /** The files that its image is built from. */
    public ImageFiles image(DependencyServer server) {
        return images.getOrDefault(server.name(), Collections::emptySortedMap);
    }
}

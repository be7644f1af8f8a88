package dev.assay.runner.sandbox.docker;

import dev.assay.runner.RunnerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is on this machine that a judgement could leave behind, besides containers: networks and volumes of the engine,
 * processes that stand behind containers, and our files in the folder for temporary ones.
 */
public record Leftovers(Set<String> all) {

    public static Leftovers look() throws IOException {
        Set<String> all = new TreeSet<>();
        try (DockerEngine engine = new DockerEngine(RunnerSettings.defaults().dockerHost())) {
            engine.call("listing networks", docker -> docker.listNetworksCmd().exec())
                    .forEach(network -> all.add("network " + network.getName()));
            engine.call(
                            "listing volumes",
                            docker -> docker.listVolumesCmd().exec().getVolumes())
                    .forEach(volume -> all.add("volume " + volume.getName()));
        }
        all.addAll(ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").contains("containerd-shim"))
                .map(process -> "process " + process.pid())
                .collect(Collectors.toSet()));
        try (Stream<Path> temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            temporary
                    .filter(file -> file.getFileName().toString().contains("assay"))
                    .forEach(file -> all.add("file " + file));
        }
        return new Leftovers(all);
    }

    public List<String> without(Leftovers before) {
        return all.stream().filter(one -> !before.all.contains(one)).toList();
    }
}

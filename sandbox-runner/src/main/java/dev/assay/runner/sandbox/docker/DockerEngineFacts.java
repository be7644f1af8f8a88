package dev.assay.runner.sandbox.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Image;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.api.model.VersionComponent;
import dev.assay.runner.sandbox.EngineFacts;
import dev.assay.runner.sandbox.SandboxFault;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks a Docker engine once, on a connection of its own. */
public final class DockerEngineFacts implements EngineFacts {

    private final String host;

    public DockerEngineFacts(String host) {
        this.host = host;
    }

    @Override
    public Report read() {
        try (DockerEngine engine = new DockerEngine(host)) {
            Optional<String> reason = engine.unavailableBecause();
            if (reason.isPresent()) {
                throw new SandboxFault(reason.get());
            }
            return engine.call("telling about itself", this::report);
        }
    }

    private Report report(DockerClient docker) {
        Version version = docker.versionCmd().exec();
        Info info = docker.infoCmd().exec();
        return new Report(
                host.startsWith("unix://"),
                text(version.getVersion()),
                text(version.getApiVersion()),
                text(info.getOperatingSystem()),
                text(info.getKernelVersion()),
                Objects.requireNonNullElse(info.getNCPU(), 0),
                Objects.requireNonNullElse(info.getMemTotal(), 0L),
                text(info.getCGroupVersion()),
                isTrue(info.getMemoryLimit()),
                isTrue(info.getSwapLimit()),
                // The library has no accessor for this one.
                Boolean.TRUE.equals(info.getRawValues().get("PidsLimit")),
                isTrue(info.getCpuCfsPeriod()) && isTrue(info.getCpuCfsQuota()),
                security(info.getSecurityOptions()),
                runtimes(info),
                version("runc", version.getComponents()),
                version("containerd", version.getComponents()),
                hasAuthorizationPlugins(info),
                text(info.getDriver()),
                text(info.getDockerRootDir()),
                time(text(info.getSystemTime())),
                tags(docker.listImagesCmd().exec()));
    }

    /**
     * By name the arguments that each is started with; empty where the engine does not tell, as for a containerd shim. The
     * library has no accessor for these.
     */
    static SortedMap<String, Optional<List<String>>> runtimes(Info info) {
        SortedMap<String, Optional<List<String>>> runtimes = new TreeMap<>();
        if (info.getRawValues().get("Runtimes") instanceof Map<?, ?> all) {
            all.forEach((name, runtime) -> runtimes.put(String.valueOf(name), arguments(runtime)));
        }
        return runtimes;
    }

    private static Optional<List<String>> arguments(@Nullable Object runtime) {
        if (!(runtime instanceof Map<?, ?> told) || text(told.get("path")).isEmpty()) {
            return Optional.empty();
        }
        // A list without entries is left out.
        return Optional.of(
                told.get("runtimeArgs") instanceof List<?> words
                        ? words.stream().map(String::valueOf).toList()
                        : List.of());
    }

    /** {@code name=seccomp,profile=default} is the option {@code seccomp}. */
    private static SortedSet<String> security(@Nullable List<String> options) {
        return stream(options)
                .flatMap(option -> Arrays.stream(option.split(",", -1)))
                .filter(part -> part.startsWith("name="))
                .map(part -> part.substring("name=".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean hasAuthorizationPlugins(Info info) {
        return info.getRawValues().get("Plugins") instanceof Map<?, ?> plugins
                && plugins.get("Authorization") instanceof List<?> names
                && !names.isEmpty();
    }

    private static String version(String part, @Nullable List<VersionComponent> components) {
        return stream(components)
                .filter(component -> part.equals(component.getName()))
                .map(component -> text(component.getVersion()))
                .findFirst()
                .orElse("");
    }

    private static SortedSet<String> tags(@Nullable List<Image> images) {
        return stream(images)
                .flatMap(
                        image -> image.getRepoTags() == null ? Stream.<String>of() : Arrays.stream(image.getRepoTags()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Instant time(String systemTime) {
        try {
            return OffsetDateTime.parse(systemTime).toInstant();
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    private static <T> Stream<T> stream(@Nullable List<T> list) {
        return list == null ? Stream.of() : list.stream();
    }

    private static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}

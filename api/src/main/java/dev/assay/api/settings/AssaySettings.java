package dev.assay.api.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param dataFolder where the embedded store, the token key and the log live
 * @param baseUrl how people reach this installation; begins the candidates' links. Without it, http://localhost:port
 * @param library folders of packages, each with {@code coding/} and {@code design/}
 * @param webFolder serves the pages from here instead of from inside the program
 * @param console whether the address is printed to standard output when ready
 */
@ConfigurationProperties("assay")
public record AssaySettings(
        @DefaultValue("data") Path dataFolder,
        @Nullable URI baseUrl,
        @DefaultValue List<Path> library,
        @Nullable Path webFolder,
        @DefaultValue("true") boolean console,
        @DefaultValue Runner runner,
        @DefaultValue Uploads uploads,
        @DefaultValue Owner owner) {

    /**
     * @param enabled false in a process that only serves the API
     * @param dockerHost without it, DOCKER_HOST or the local socket
     * @param slots judgements at one time; without it, as many as the processors allow
     * @param cache where built things are kept between starts
     * @param warmMemoryMib memory for pods that are made before they are asked for, 0 for none; without it, an eighth of the
     *     machine's, at most 2048
     * @param bounds the most that a package may ask for
     */
    public record Runner(
            @DefaultValue("true") boolean enabled,
            @Nullable String dockerHost,
            @Nullable Integer slots,
            @Nullable String runtime,
            @Nullable Path cache,
            @Nullable Integer warmMemoryMib,
            @DefaultValue Bounds bounds) {

        /** A setting that is there but empty counts as none. */
        public Runner {
            dockerHost = dockerHost == null || dockerHost.isBlank() ? null : dockerHost;
            runtime = runtime == null || runtime.isBlank() ? null : runtime;
        }
    }

    /** The keys of a package's limits; one that is missing is not bounded. */
    public record Bounds(
            @Nullable Integer buildSeconds,
            @Nullable Integer readySeconds,
            @Nullable Integer examSeconds,
            @Nullable Integer buildCpuSeconds,
            @Nullable Integer cpuSeconds,
            @Nullable Integer memoryMib,
            @Nullable Integer filesMib,
            @Nullable Integer processes,
            @Nullable Integer outputKib) {}

    /**
     * @param mostMib size of an uploaded archive
     * @param checkMinutes how long all judgements of one uploaded package may take together
     */
    public record Uploads(
            @DefaultValue("8") int mostMib,
            @DefaultValue("30") int checkMinutes) {

        /** The archive is kept as it came, in a document, of which 16 MiB is the most. */
        private static final int HIGHEST_MIB = 12;

        public Uploads {
            if (mostMib < 1 || mostMib > HIGHEST_MIB) {
                throw new IllegalArgumentException(
                        "assay.uploads.most-mib is " + mostMib + "; allowed is 1 to " + HIGHEST_MIB);
            }
            if (checkMinutes < 1) {
                throw new IllegalArgumentException("assay.uploads.check-minutes must be at least 1");
            }
        }
    }

    /** @param resetPassword gives the owner a new password at this start, and prints it */
    public record Owner(@DefaultValue("false") boolean resetPassword) {}

    public AssaySettings {
        library = List.copyOf(library);
        baseUrl = baseUrl == null || baseUrl.toString().isBlank() ? null : baseUrl;
        webFolder = webFolder == null || webFolder.toString().isBlank() ? null : webFolder;
    }
}

package dev.assay.runner.sandbox;

import java.util.List;
import java.util.regex.Pattern;

/**
 * gVisor's runtime, as an engine knows it. A container under it has a kernel of its own, which is a program of the machine and
 * does the system calls that the container's processes ask for.
 *
 * <p>Only the members of a pod run under it: what the candidate wrote or reaches. The owner of the network, the examiner, stays
 * on runc: under gVisor a container sees no sockets but its own, and whether the service listens is read from that table.
 */
public final class Gvisor {

    /** What makes the containers of a pod share a loopback. Without it each kernel has one of its own. */
    public static final String SHARED_NETWORK = "--network=host";

    /** To be put into the engine's {@code daemon.json}. */
    public static final String REGISTRATION =
            "\"runtimes\": {\"runsc\": {\"path\": \"/usr/bin/runsc\", \"runtimeArgs\": [\"" + SHARED_NETWORK
                    + "\", \"--oci-seccomp\"]}}";

    private static final Pattern NAME = Pattern.compile("runsc([._-].*)?");
    private static final Pattern SHARES_NETWORK = Pattern.compile("(^| )--?network[= ]host( |$)");

    private Gvisor() {}

    /** Whether a runtime of this name is gVisor: {@code runsc}, or {@code runsc-} and more. */
    public static boolean is(String runtime) {
        return NAME.matcher(runtime).matches();
    }

    /** Whether a runtime that is registered with these arguments can judge. */
    public static boolean sharesNetwork(List<String> arguments) {
        return SHARES_NETWORK.matcher(String.join(" ", arguments)).find();
    }
}

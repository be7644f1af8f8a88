package dev.assay.runner.environment;

import dev.assay.runner.sandbox.ContainerLimits;
import dev.assay.runner.sandbox.ContainerLimits.Folder;
import dev.assay.runner.sandbox.ContainerSpec;
import dev.assay.runner.sandbox.CpuSet;
import dev.assay.runner.sandbox.Deadline;
import dev.assay.runner.sandbox.Mailbox;
import dev.assay.runner.sandbox.Pod;
import dev.assay.runner.sandbox.PodSpec;
import dev.assay.runner.sandbox.Pods;
import dev.assay.runner.sandbox.Priority;
import dev.assay.runner.sandbox.SandboxFault;
import dev.assay.runner.sandbox.Workbench;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Asks images what is installed in them, each in a container as locked down as that of a submission. */
public final class InstalledVersions {

    private static final String CONTAINER = "workbench";
    private static final String NONCE = "versions";
    private static final byte[] END = Workbench.endMark(NONCE);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int PRINTED_KIB = 64;
    private static final ContainerLimits LIMITS = new ContainerLimits(
            512, 128, 0, List.of(new Folder("/work", 16, 256, true), new Folder("/tmp", 16, 256, false)));

    private final Pods pods;

    public InstalledVersions(Pods pods) {
        this.pods = pods;
    }

    /**
     * @param name of what the image is for
     * @param image its tag
     * @param script its {@code versions}
     */
    public List<Installed> in(String name, String image, String script) {
        Mailbox mailbox = new Mailbox();
        mailbox.allow(CONTAINER, PRINTED_KIB, PRINTED_KIB);
        ContainerSpec container = new ContainerSpec(CONTAINER, image, 10001, LIMITS);
        PodSpec spec = new PodSpec("versions-of-" + name, CpuSet.ANY, Priority.BACKGROUND, container, List.of());
        try (Pod pod = pods.start(spec, mailbox)) {
            Workbench workbench = new Workbench(pod, CONTAINER, NONCE);
            workbench.begin();
            workbench.build(script);
            return read(name, printed(name, mailbox, workbench));
        }
    }

    private static String printed(String name, Mailbox mailbox, Workbench workbench) {
        Deadline deadline = Deadline.in(LIMIT);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        OptionalInt status = OptionalInt.empty();
        while (!deadline.passed()) {
            Optional<Mailbox.Event> event = mailbox.next(deadline.left());
            if (event.isPresent()) {
                switch (event.get()) {
                    case Mailbox.Event.Printed(String _, byte[] bytes) -> printed.writeBytes(bytes);
                    case Mailbox.Event.Line(String _, String line) -> {
                        if (workbench.read(line).orElse(null) instanceof Workbench.Reply.Ended ended) {
                            status = OptionalInt.of(ended.status());
                        }
                    }
                    case Mailbox.Event.Exceeded _, Mailbox.Event.Closed _ ->
                        throw wrong(name, "did not come to an end");
                    case Mailbox.Event.Noted _ -> {}
                }
            }
            String text = printed.toString(StandardCharsets.UTF_8);
            String end = new String(END, StandardCharsets.UTF_8);
            if (status.isPresent() && text.endsWith(end)) {
                String told = text.substring(0, text.length() - end.length());
                if (status.getAsInt() != 0) {
                    throw wrong(name, "failed with exit status " + status.getAsInt() + ": " + told.strip());
                }
                return told;
            }
        }
        throw wrong(name, "took longer than " + LIMIT.toSeconds() + " s");
    }

    private static List<Installed> read(String name, String printed) {
        List<Installed> installed = new ArrayList<>();
        for (String line : printed.lines().toList()) {
            String[] parts = line.split("\t", -1);
            if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
                throw wrong(name, "printed a line that is not a name, a tab and a version: " + line);
            }
            installed.add(new Installed(parts[0].strip(), parts[1].strip()));
        }
        return installed;
    }

    private static SandboxFault wrong(String name, String what) {
        return new SandboxFault("The versions script of " + name + " " + what);
    }
}

package dev.assay.runner.sandbox.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import dev.assay.runner.RunnerSettings;
import dev.assay.runner.sandbox.ContainerSpec;
import dev.assay.runner.sandbox.Deadline;
import dev.assay.runner.sandbox.Mailbox;
import dev.assay.runner.sandbox.Pod;
import dev.assay.runner.sandbox.PodSpec;
import dev.assay.runner.sandbox.Workbench;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A pod as production makes it, but for one change, whose containers run attacks. */
final class AttackedPod implements AutoCloseable {

    private static final String NONCE = "n0nce";
    private static final String END = new String(Workbench.endMark(NONCE), StandardCharsets.UTF_8);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MAY_SAY_KIB = 4096;

    private final DockerPods pods;
    private final Mailbox mailbox = new Mailbox();
    private final Map<String, Workbench> containers = new HashMap<>();
    private final Map<String, StringBuilder> printed = new HashMap<>();

    AttackedPod(DockerEngine engine, PodSpec spec, UnaryOperator<CreateContainerCmd> change) {
        pods = new DockerPods(engine, RunnerSettings.defaults().runtime(), Clock.systemUTC(), change);
        Stream<ContainerSpec> all = Stream.concat(Stream.of(spec.owner()), spec.members().stream());
        all.forEach(container -> {
            mailbox.allow(container.name(), MAY_SAY_KIB, MAY_SAY_KIB);
            printed.put(container.name(), new StringBuilder());
        });
        Pod pod = pods.start(spec, mailbox);
        printed.keySet().forEach(name -> {
            Workbench container = new Workbench(pod, name, NONCE);
            container.begin();
            containers.put(name, container);
        });
    }

    String ownerLabel() {
        return pods.ownerLabel();
    }

    /** What it prints until it ends; nothing of it is left running. */
    String run(String container, String script) {
        StringBuilder text = begin(container, script);
        await(script, () -> text.indexOf(END) >= 0);
        String all = text.substring(0, text.indexOf(END));
        text.setLength(0);
        workbench(container).kill();
        return all;
    }

    /** Starts a script that goes on, and waits until it has printed the word. */
    void serve(String container, String script, String word) {
        StringBuilder text = begin(container, script);
        await(script, () -> text.indexOf(word) >= 0);
    }

    private StringBuilder begin(String container, String script) {
        workbench(container).serve(script);
        return printed.computeIfAbsent(container, name -> new StringBuilder());
    }

    private Workbench workbench(String container) {
        Workbench workbench = containers.get(container);
        if (workbench == null) {
            throw new IllegalArgumentException("The pod has no container " + container);
        }
        return workbench;
    }

    private void await(String script, Supplier<Boolean> happened) {
        Deadline patience = Deadline.in(PATIENCE);
        while (!happened.get()) {
            if (patience.passed()) {
                throw new AssertionError("After " + PATIENCE + " it had printed " + printed + ": " + script);
            }
            mailbox.next(patience.left()).ifPresent(this::heard);
        }
    }

    private void heard(Mailbox.Event event) {
        switch (event) {
            case Mailbox.Event.Printed(String container, byte[] bytes) ->
                printed.computeIfAbsent(container, name -> new StringBuilder())
                        .append(new String(bytes, StandardCharsets.UTF_8));
            case Mailbox.Event.Line _ -> {}
            default -> throw new AssertionError("Not expected: " + event + ", after " + printed);
        }
    }

    @Override
    public void close() {
        pods.close();
    }
}

package dev.assay.runner.judging;

import dev.assay.challenge.Dependency;
import dev.assay.challenge.SourceFiles;
import dev.assay.runner.environment.DependencyServer;
import dev.assay.runner.sandbox.SandboxFault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The servers beside a submission. They start with the pod, and get their seed when it is known what the pod is for. Until the
 * service runs, what goes wrong with them is a fault of ours or of the package; from then on only the service and the exam use
 * them.
 */
final class PodDependencies {

    private static final int LOG_KIB = 1024;
    private static final int SHOWN = 1000;

    private enum State {
        NEW,
        STARTING,
        READY,
        UNPACKING,
        SEEDING,
        SEEDED
    }

    private static final class One {
        private final DependencyServer server;
        private final Member member;
        private final Transcript log;
        private State state = State.NEW;
        private Optional<SourceFiles> seed = Optional.empty();

        One(DependencyServer server, Member member) {
            this.server = server;
            this.member = member;
            this.log = member.transcript();
        }
    }

    private final Map<String, One> all = new LinkedHashMap<>();

    void add(DependencyServer server, Member member) {
        all.put(server.name(), new One(server, member));
    }

    /** Goes as far as what has been heard allows; to be called after each event. */
    void advance() {
        all.values().forEach(PodDependencies::advance);
    }

    /** Whether each of them answers, empty. */
    boolean ready() {
        return all.values().stream().allMatch(one -> one.state.compareTo(State.READY) >= 0);
    }

    /** What each is to hold when the service starts. */
    void seed(List<Dependency> dependencies) {
        dependencies.forEach(dependency -> one(dependency.name()).seed = Optional.of(dependency.seed()));
        advance();
    }

    Optional<Boolean> seeded() {
        return all.values().stream().allMatch(one -> one.state == State.SEEDED) ? Optional.of(true) : Optional.empty();
    }

    /** Lines of shell for the service's environment. */
    String exports() {
        return all.values().stream()
                .flatMap(one -> new TreeMap<>(one.server.variables()).entrySet().stream())
                .map(variable -> "export " + variable.getKey() + "='" + variable.getValue() + "'\n")
                .collect(Collectors.joining());
    }

    /** Name to where it is reached. */
    SortedMap<String, String> urls() {
        SortedMap<String, String> urls = new TreeMap<>();
        all.forEach((name, one) -> urls.put(name, one.server.url()));
        return urls;
    }

    boolean has(String name) {
        return all.containsKey(name);
    }

    /** Starts it on the files that it has; {@link #answers} tells when it can be used. */
    void serve(String name) {
        One one = one(name);
        one.member.serve(one.server.serve());
        one.member.task(one.server.ready());
    }

    /** Whether it answers again after {@link #serve}. */
    Optional<Boolean> answers(String name) {
        return one(name).member.taskStatus().map(status -> status == 0);
    }

    /** For people: which of them ended by themselves while the service ran; empty when none did. */
    String ended() {
        return all.values().stream()
                .filter(one -> one.state == State.SEEDED && one.member.end().isPresent())
                .map(one -> " " + one.server.title() + " ended during the exam, so calls to it failed from then on"
                        + said(one) + ".")
                .collect(Collectors.joining());
    }

    private static void advance(One one) {
        switch (one.state) {
            case NEW -> {
                if (one.member.started()) {
                    one.member.record(one.log, LOG_KIB);
                    one.member.serve(one.server.serve());
                    one.member.task(one.server.ready());
                    one.state = State.STARTING;
                }
            }
            case STARTING -> {
                requireAlive(one);
                if (taskEndedWell(one, "did not become ready")) {
                    one.state = State.READY;
                    advance(one);
                }
            }
            case READY -> {
                if (one.seed.isPresent()) {
                    SourceFiles seed = one.seed.get();
                    if (seed.files().isEmpty()) {
                        one.state = State.SEEDED;
                    } else {
                        one.member.put(seed.bytes());
                        one.state = State.UNPACKING;
                    }
                }
            }
            case UNPACKING -> {
                requireAlive(one);
                if (one.member.putStatus().isPresent()) {
                    one.member.task(one.server.seed());
                    one.state = State.SEEDING;
                }
            }
            case SEEDING -> {
                requireAlive(one);
                if (one.member.taskStatus().isPresent()) {
                    if (!one.member.taskStatus().equals(Optional.of(0))) {
                        throw new SandboxFault(
                                SandboxFault.Kind.PACKAGE,
                                "The package's seed for " + one.server.title()
                                        + " cannot be loaded; correct the files in seed/" + one.server.name()
                                        + said(one));
                    }
                    one.state = State.SEEDED;
                }
            }
            case SEEDED -> {}
        }
    }

    private static boolean taskEndedWell(One one, String otherwise) {
        Optional<Integer> status = one.member.taskStatus();
        if (status.isPresent() && status.get() != 0) {
            throw fault(one, otherwise);
        }
        return status.isPresent();
    }

    private static void requireAlive(One one) {
        if (one.member.closed() || one.member.end().isPresent()) {
            throw fault(one, "ended before it was used");
        }
    }

    private static SandboxFault fault(One one, String what) {
        return new SandboxFault(one.server.title() + " " + what
                + ": judge again, and run ./assay doctor if it happens again" + said(one));
    }

    /** The end of what it printed. */
    private static String said(One one) {
        String text = one.log.text().strip().replaceAll("\\s+", " ");
        String end = text.length() > SHOWN ? "…" + text.substring(text.length() - SHOWN) : text;
        return end.isEmpty() ? "" : ". It said: " + end;
    }

    private One one(String name) {
        One one = all.get(name);
        if (one == null) {
            throw new IllegalArgumentException("The pod has no dependency " + name);
        }
        return one;
    }
}

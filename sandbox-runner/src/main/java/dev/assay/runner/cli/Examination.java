package dev.assay.runner.cli;

import dev.assay.runner.RunnerSettings;
import dev.assay.runner.cli.Weakness.Part;
import dev.assay.runner.sandbox.EngineFacts;
import dev.assay.runner.sandbox.Gvisor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What facts of a machine mean for safe judging. */
final class Examination {

    static final String BASE_IMAGE = "assay/base:trixie";

    private static final long GIB = 1024L * 1024 * 1024;
    private static final long LEAST_DISK = 2 * GIB;
    private static final long GOOD_DISK = 10 * GIB;
    private static final long LEAST_MEMORY = 3 * GIB / 2;
    private static final long GOOD_MEMORY = 4 * GIB;
    private static final Duration TOLERATED_SKEW = Duration.ofSeconds(2);
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");
    private static final String CGROUPS =
            "Start the kernel with this cgroup controller (cgroup_enable=memory swapaccount=1 for memory), or use a host"
                    + " with cgroup v2.";

    private static final String REGISTER_GVISOR = "Install it (Debian: apt-get install runsc), put "
            + Gvisor.REGISTRATION + " into /etc/docker/daemon.json, and run: sudo systemctl reload docker.";

    /** Debian and its kin keep the first version of a line in the name and count their own builds behind it. */
    private static final Pattern DISTRIBUTION_KERNEL = Pattern.compile("\\d+\\.\\d+\\.0-\\d.*");

    private final EngineFacts.Report facts;
    private final RunnerSettings settings;
    private final Changelogs changelogs;

    Examination(EngineFacts.Report facts, RunnerSettings settings, Changelogs changelogs) {
        this.facts = facts;
        this.settings = settings;
        this.changelogs = changelogs;
    }

    /**
     * @param here the time of this process
     * @param freeDisk bytes free where the engine keeps images, when that can be seen from here
     */
    List<Check> checks(Collection<String> environments, Instant here, OptionalLong freeDisk) {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.ok("Docker engine", facts.version() + " on " + facts.operatingSystem()));
        checks.add(api());
        checks.add(limit("memory", facts.memoryLimit()));
        checks.add(limit("pids", facts.processLimit()));
        checks.add(limit("cpu", facts.cpuLimit()));
        checks.add(swap());
        checks.add(seccomp());
        checks.add(userNamespaces());
        checks.add(runtime());
        checks.add(gvisor());
        checks.add(storage());
        checks.add(baseImage(environments));
        checks.add(environmentImages(environments));
        checks.add(disk(freeDisk));
        checks.add(memory());
        checks.add(cpus());
        checks.add(kernel());
        for (Part part : Part.values()) {
            checks.addAll(weaknesses(part));
        }
        checks.add(clock(here));
        return checks;
    }

    private Check api() {
        return Check.required(
                isAtLeast(facts.apiVersion(), 1, 41),
                "Docker API",
                facts.apiVersion(),
                facts.apiVersion() + ", older than 1.41",
                "Install Docker 20.10 or later.");
    }

    private Check limit(String controller, boolean there) {
        return Check.required(
                there,
                "cgroup " + controller,
                "v" + facts.cgroupVersion() + ", can be limited",
                "cannot be limited: a submission could use all of it",
                CGROUPS);
    }

    private Check swap() {
        return facts.swapLimit()
                ? Check.ok("swap accounting", "on")
                : Check.warning(
                        "swap accounting",
                        "off: a submission can use swap beyond its memory limit",
                        "Start the kernel with swapaccount=1, or turn swap off: sudo swapoff -a.");
    }

    private Check seccomp() {
        return Check.required(
                facts.security().contains("seccomp"),
                "seccomp",
                "on",
                "off: system calls of submissions cannot be filtered",
                "Use a kernel built with CONFIG_SECCOMP_FILTER and an engine built with seccomp, as distributions do.");
    }

    private Check userNamespaces() {
        if (facts.security().contains("rootless")) {
            return Check.ok("user namespaces", "the engine runs rootless");
        }
        if (facts.security().contains("userns")) {
            return Check.ok("user namespaces", "users in containers are not users of this machine");
        }
        return Check.warning(
                "user namespaces",
                "not used: who broke out of a container would still be an ordinary user, but with a number of this machine",
                "Add \"userns-remap\": \"default\" to /etc/docker/daemon.json and restart Docker. Images are then built"
                        + " anew.");
    }

    private Check runtime() {
        String name = settings.runtime();
        if (!facts.runtimes().containsKey(name)) {
            return Check.missing(
                    "runtime",
                    "the engine has no runtime \"" + name + "\"; it has "
                            + String.join(", ", facts.runtimes().keySet()),
                    Gvisor.is(name)
                            ? REGISTER_GVISOR
                            : "Install it and add it to \"runtimes\" in /etc/docker/daemon.json, or choose another one with"
                                    + " assay.sandbox.runtime.");
        }
        if (!Gvisor.is(name)) {
            return Check.ok("runtime", name.equals("runc") ? "runc " + facts.runtimeVersion() : name);
        }
        Optional<List<String>> arguments = facts.runtimes().getOrDefault(name, Optional.empty());
        if (arguments.isEmpty()) {
            return Check.warning(
                    "runtime",
                    name + "; the engine does not tell how it is started, which must be with " + Gvisor.SHARED_NETWORK,
                    "See that it is: otherwise no service is ever ready.");
        }
        return Gvisor.sharesNetwork(arguments.get())
                ? Check.ok(
                        "runtime",
                        name + " " + String.join(" ", arguments.get()) + "; for the examiner runc "
                                + facts.runtimeVersion())
                : Check.missing(
                        "runtime",
                        name + " is registered without " + Gvisor.SHARED_NETWORK
                                + ": the containers of a pod cannot reach each other",
                        REGISTER_GVISOR);
    }

    private Check gvisor() {
        if (Gvisor.is(settings.runtime())) {
            return Check.ok("gVisor", "chosen: what candidates run has a kernel of its own");
        }
        Optional<String> registered =
                facts.runtimes().keySet().stream().filter(Gvisor::is).findFirst();
        return registered
                .map(name -> Check.hint(
                        "gVisor",
                        "registered as " + name + ", and not chosen",
                        "Set ASSAY_SANDBOX_RUNTIME=" + name + " to give what candidates run a kernel of its own."))
                .orElseGet(() -> Check.hint(
                        "gVisor",
                        "not registered: what candidates run shares this machine's kernel",
                        REGISTER_GVISOR + " Then set ASSAY_SANDBOX_RUNTIME=runsc."));
    }

    private Check storage() {
        return facts.storageDriver().equals("vfs")
                ? Check.warning(
                        "storage driver",
                        "vfs: every pod copies its whole image, which takes seconds and gigabytes",
                        "Use a file system on which overlay2 works, such as ext4 or xfs.")
                : Check.ok("storage driver", facts.storageDriver());
    }

    private Check baseImage(Collection<String> environments) {
        if (facts.images().contains(BASE_IMAGE)) {
            return Check.ok("base image", BASE_IMAGE);
        }
        String remedy = "Run ./assay up once; it makes the image.";
        return absentImages(environments).isEmpty()
                ? Check.warning("base image", BASE_IMAGE + " is absent: changed images cannot be built", remedy)
                : Check.missing("base image", BASE_IMAGE + " is absent: no image can be built", remedy);
    }

    private Check environmentImages(Collection<String> environments) {
        List<String> absent = absentImages(environments);
        return absent.isEmpty()
                ? Check.ok("environment images", String.join(", ", environments))
                : Check.warning(
                        "environment images",
                        "not built yet: " + String.join(", ", absent) + "; the first judgement waits for them",
                        "Run ./assay up once, or let the first judgement build them.");
    }

    private List<String> absentImages(Collection<String> environments) {
        List<String> absent = new ArrayList<>();
        if (facts.images().stream().noneMatch(tag -> tag.startsWith("assay/examiner:"))) {
            absent.add("examiner");
        }
        for (String environment : environments) {
            if (facts.images().stream().noneMatch(tag -> tag.startsWith("assay/env-" + environment + ":"))) {
                absent.add(environment);
            }
        }
        return absent;
    }

    private Check disk(OptionalLong free) {
        String name = "free disk";
        if (free.isEmpty()) {
            return Check.ok(name, "not visible from here: the engine is on another machine or in another file system");
        }
        String found = gibibytes(free.getAsLong()) + " in " + facts.folder();
        String remedy = "Free space there, for example with: docker image prune. Images take about 2 GiB.";
        if (free.getAsLong() < LEAST_DISK) {
            return Check.missing(name, found, remedy);
        }
        return free.getAsLong() < GOOD_DISK ? Check.warning(name, found, remedy) : Check.ok(name, found);
    }

    private Check memory() {
        String found = gibibytes(facts.memoryBytes());
        String remedy = "Give the machine more; each slot needs up to 1 GiB for its pod.";
        if (facts.memoryBytes() < LEAST_MEMORY) {
            return Check.missing("memory", found, remedy);
        }
        return facts.memoryBytes() < GOOD_MEMORY ? Check.warning("memory", found, remedy) : Check.ok("memory", found);
    }

    private Check cpus() {
        return facts.cpus() < 2
                ? Check.warning(
                        "processors",
                        facts.cpus() + ": examiner and submission share it, so time limits are met less reliably",
                        "Give the machine at least two.")
                : Check.ok("processors", facts.cpus() + ", so " + settings.slots() + " at one time by default");
    }

    private Check kernel() {
        return isAtLeast(facts.kernel(), 5, 10)
                ? Check.ok("kernel", facts.kernel())
                : Check.warning(
                        "kernel",
                        facts.kernel() + " is no longer maintained: submissions share it with this machine",
                        "Upgrade the system to a kernel of 5.10 or later.");
    }

    /** A warning for each weakness of the version that is there, or the word that none is known. */
    private List<Check> weaknesses(Part part) {
        String name = "known weaknesses of " + part.title();
        String found = part.version(facts);
        Optional<Version> version = Version.parse(found);
        if (version.isEmpty()) {
            return List.of(Check.warning(
                    name,
                    found.isEmpty()
                            ? "the engine does not tell its version"
                            : "the version " + found + " is not understood",
                    "See that it is up to date."));
        }
        if (part == Part.KERNEL && DISTRIBUTION_KERNEL.matcher(found).matches()) {
            return List.of(Check.ok(
                    name,
                    "cannot be told from " + found
                            + ", a distribution's own number: keep it up to date, and restart after"));
        }
        Optional<String> changelog = changelogs.of(part.debianPackage(), found);
        List<String> fixedByDistribution = new ArrayList<>();
        List<Check> checks = new ArrayList<>();
        for (Weakness weakness : KnownWeaknesses.ALL) {
            if (weakness.part() == part && weakness.concerns().test(facts) && weakness.isIn(version.get())) {
                List<String> open = weakness.cves().stream()
                        .filter(cve ->
                                changelog.filter(text -> text.contains(cve)).isEmpty())
                        .toList();
                weakness.cves().stream().filter(cve -> !open.contains(cve)).forEach(fixedByDistribution::add);
                if (!open.isEmpty()) {
                    checks.add(weakness(name, found, weakness, open, changelog.isPresent()));
                }
            }
        }
        if (!fixedByDistribution.isEmpty()) {
            checks.add(Check.ok(
                    name, "the distribution has fixed " + String.join(", ", fixedByDistribution) + " in its " + found));
        } else if (checks.isEmpty()) {
            checks.add(Check.ok(name, "none known in " + found));
        }
        return checks;
    }

    private static Check weakness(
            String name, String found, Weakness weakness, List<String> open, boolean changelogRead) {
        String fixed = weakness.fixed().stream().map(Version::toString).collect(Collectors.joining(", "));
        String backports = weakness.part() == Part.KERNEL
                ? "or your distribution's latest, and restart the machine"
                : changelogRead
                        ? "or a later package of your distribution: the changelog of the one that is installed does not name it"
                        : "or your distribution's latest: its changelog names what was fixed under an older number";
        return Check.warning(
                name,
                found + " has " + String.join(", ", open) + ": " + weakness.what(),
                "Fixed in " + fixed + ". Install that or a later one, " + backports + ".");
    }

    private Check clock(Instant here) {
        Duration skew = Duration.between(facts.time(), here).abs();
        return skew.compareTo(TOLERATED_SKEW) > 0
                ? Check.warning(
                        "clock",
                        "the engine's clock differs from this one by " + skew.toSeconds() + " s",
                        "Synchronise both, for example with: sudo timedatectl set-ntp true.")
                : Check.ok("clock", here.toString());
    }

    private static boolean isAtLeast(String version, int major, int minor) {
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.matches()) {
            return false;
        }
        int foundMajor = Integer.parseInt(matcher.group(1));
        int foundMinor = Integer.parseInt(matcher.group(2));
        return foundMajor > major || (foundMajor == major && foundMinor >= minor);
    }

    private static String gibibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", (double) bytes / GIB);
    }
}

package dev.assay.runner.cli;

import dev.assay.runner.cli.Weakness.Part;
import dev.assay.runner.sandbox.EngineFacts;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The weaknesses that are looked for. To be kept by hand: a short list of those that lead from a container to the machine, or that
 * weaken what keeps others from the engine, and not a scanner.
 *
 * <p>Sources, all read in 2026:
 *
 * <ul>
 *   <li>runc's advisories GHSA-xr7r-f8xq-vfvv (CVE-2024-21626, fixed in 1.1.12), GHSA-9493-h29p-rfm2 (CVE-2025-31133),
 *       GHSA-qw9x-cqr3-wc7r (CVE-2025-52565) and GHSA-cgrx-mc8f-2prm (CVE-2025-52881; all three fixed in 1.2.8, 1.3.3, 1.4.0-rc.3)
 *   <li>containerd's advisory GHSA-pwhc-rpq9-4c8w (CVE-2024-25621, fixed in 1.7.29, 2.0.7, 2.1.5, 2.2.0)
 *   <li>Moby's advisories GHSA-3fwx-pjgw-3558 (CVE-2021-41091, fixed in 20.10.9), GHSA-v23v-6jw2-98fq (CVE-2024-41110, fixed in
 *       23.0.15, 25.0.6, 26.1.5, 27.1.1) and GHSA-x744-4wpc-v9h2 (CVE-2026-34040, fixed in 29.3.1)
 *   <li>for the kernel the CVE records, and the list of fixes by stable version of the linux_kernel_cves project: CVE-2022-0847 (5.10.102,
 *       5.15.25, 5.16.11), CVE-2022-0492 (5.4.177, 5.10.97, 5.15.20, 5.16.6), CVE-2023-3269 (6.1.37, 6.3.11, 6.4.1)
 * </ul>
 *
 * Left out are kernel weaknesses that need a new user namespace, another socket family than those allowed, or a filtered system call: such
 * as CVE-2026-43284, CVE-2026-43500 and CVE-2026-31431.
 */
final class KnownWeaknesses {

    static final List<Weakness> ALL = List.of(
            weakness(
                    Part.ENGINE,
                    "CVE-2021-41091",
                    "other users of this machine can look into containers' folders and run programs there",
                    "0.1",
                    "20.10.9"),
            weakness(
                    Part.ENGINE,
                    "CVE-2024-41110",
                    "a request can get past the authorization plugin that this engine has",
                    "19.3",
                    "23.0.15 25.0.6 26.1.5 27.1.1",
                    EngineFacts.Report::authorizationPlugins),
            weakness(
                    Part.ENGINE,
                    "CVE-2026-34040",
                    "a large request can get past the authorization plugin that this engine has",
                    "19.3",
                    "29.3.1",
                    EngineFacts.Report::authorizationPlugins),
            weakness(
                    Part.CONTAINERD,
                    "CVE-2024-25621",
                    "other users of this machine can look into containerd's folders, and may become root by that",
                    "0.1",
                    "1.7.29 2.0.7 2.1.5 2.2.0"),
            weakness(
                    Part.RUNC,
                    "CVE-2024-21626",
                    "a container can get hold of this machine's files by its working folder; needs an image of the attacker's, or"
                            + " a command that is run in the container later, and Assay has neither",
                    "1.0.0-rc.93",
                    "1.1.12"),
            weakness(
                    Part.RUNC,
                    "CVE-2025-31133 CVE-2025-52565 CVE-2025-52881",
                    "a container can write to this machine's /proc while it is made; needs an image of the attacker's, or a folder"
                            + " that two containers share, and Assay has neither",
                    "0.1",
                    "1.2.8 1.3.3 1.4.0-rc.3"),
            weakness(
                    Part.KERNEL,
                    "CVE-2022-0847",
                    "any process can overwrite files that it may only read (Dirty Pipe), those of the images among them",
                    "5.8",
                    "5.10.102 5.15.25 5.16.11"),
            weakness(
                    Part.KERNEL,
                    "CVE-2022-0492",
                    "root in a user namespace can have this machine run a program by cgroup v1's release_agent; new namespaces are"
                            + " filtered in Assay's containers",
                    "2.6",
                    "5.4.177 5.10.97 5.15.20 5.16.6",
                    facts -> facts.cgroupVersion().equals("1")),
            weakness(
                    Part.KERNEL,
                    "CVE-2023-3269",
                    "any process may become root by the kernel's handling of its stack (StackRot)",
                    "6.1",
                    "6.1.37 6.3.11 6.4.1"));

    private KnownWeaknesses() {}

    private static Weakness weakness(Part part, String cves, String what, String since, String fixed) {
        return weakness(part, cves, what, since, fixed, facts -> true);
    }

    private static Weakness weakness(
            Part part, String cves, String what, String since, String fixed, Predicate<EngineFacts.Report> concerns) {
        return new Weakness(
                part,
                List.of(cves.split(" ", -1)),
                what,
                Version.of(since),
                Stream.of(fixed.split(" ", -1)).map(Version::of).toList(),
                concerns);
    }
}

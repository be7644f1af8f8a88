package dev.assay.runner.sandbox;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The containers that judge one submission together on one loopback network.
 *
 * @param judgement names in labels what the pod is for
 * @param cpus where all of it runs
 * @param priority of all of it
 * @param owner owns the network; the members can be killed and started again without losing it
 */
public record PodSpec(
        String judgement, CpuSet cpus, Priority priority, ContainerSpec owner, List<ContainerSpec> members) {

    /** For a judgement. */
    public PodSpec(String judgement, CpuSet cpus, ContainerSpec owner, List<ContainerSpec> members) {
        this(judgement, cpus, Priority.JUDGING, owner, members);
    }

    public PodSpec {
        members = List.copyOf(members);
        Set<Integer> uids = new HashSet<>(Set.of(owner.uid()));
        for (ContainerSpec member : members) {
            if (!uids.add(member.uid())) {
                throw new IllegalArgumentException("Two containers of a pod have the user " + member.uid());
            }
        }
    }
}

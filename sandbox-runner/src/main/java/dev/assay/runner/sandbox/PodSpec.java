package dev.assay.runner.sandbox;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The containers that judge one submission together on one loopback network.
 *
 * @param judgement names in labels what the pod is for
 * @param cpus where all of it runs
 * @param owner owns the network; the members can be killed and started again without losing it
 */
public record PodSpec(String judgement, CpuSet cpus, ContainerSpec owner, List<ContainerSpec> members) {
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

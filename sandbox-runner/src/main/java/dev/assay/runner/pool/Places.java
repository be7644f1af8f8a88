package dev.assay.runner.pool;

import java.util.List;
import java.util.Set;

/**
 * Where things are, and which of the places nobody uses now.
 *
 * @param <P> a place
 */
public interface Places<P> {

    /** May be slow, and may throw; is asked again then. */
    List<P> all();

    Set<P> free();
}

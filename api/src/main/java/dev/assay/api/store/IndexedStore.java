package dev.assay.api.store;

import java.util.List;
import org.springframework.data.mongodb.core.index.Index;

/** A store whose order and uniqueness come from indexes; they are made before the first request. */
public interface IndexedStore {

    Class<?> documents();

    List<Index> indexes();
}

package dev.assay.api.openapi;

import java.lang.reflect.RecordComponent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the code says about null, for a schema that is named by its class. */
final class Nullness {

    private Nullness() {}

    /** Finds the class of a name in which nested classes are parted by dots as packages are. */
    static Optional<Class<?>> record(String name) {
        String binary = name;
        while (true) {
            try {
                Class<?> found = Class.forName(binary);
                return found.isRecord() ? Optional.of(found) : Optional.empty();
            } catch (ClassNotFoundException e) {
                int dot = binary.lastIndexOf('.');
                if (dot < 0) {
                    return Optional.empty();
                }
                binary = binary.substring(0, dot) + "$" + binary.substring(dot + 1);
            }
        }
    }

    static boolean isNullable(Class<?> record, String property) {
        for (RecordComponent component : record.getRecordComponents()) {
            if (component.getName().equals(property)) {
                return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            }
        }
        return false;
    }
}

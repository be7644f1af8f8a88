package dev.assay.exam.program;

import dev.assay.exam.Data;
import dev.assay.exam.Database;
import dev.assay.exam.Dependency;
import dev.assay.exam.Program;
import dev.assay.exam.Service;
import dev.assay.exam.Uses;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests what the candidate has made, in the form in which they ask for it, each {@link Dependency} by its name,
 * and the package's {@link Data}. */
public final class SurroundingsParameter implements ParameterResolver {
    private static final Set<Class<?>> TYPES =
            Set.of(Service.class, Program.class, Database.class, Dependency.class, Data.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return TYPES.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Surroundings surroundings = Surroundings.of(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == Data.class) {
            return surroundings.data();
        }
        if (type != Dependency.class) {
            return surroundings.made(type);
        }
        return parameter
                .findAnnotation(Uses.class)
                .map(name -> surroundings.dependency(name.value()))
                .orElseThrow(
                        () -> new ParameterResolutionException("A Dependency needs a name, as in @Uses(\"redis\")"));
    }
}

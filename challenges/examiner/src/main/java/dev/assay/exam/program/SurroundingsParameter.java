package dev.assay.exam.program;

import dev.assay.exam.Data;
import dev.assay.exam.Database;
import dev.assay.exam.Dependency;
import dev.assay.exam.Program;
import dev.assay.exam.Reference;
import dev.assay.exam.Service;
import dev.assay.exam.ThirdParty;
import dev.assay.exam.Uses;
import dev.assay.exam.Validator;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests what the candidate has made, in the form in which they ask for it, what is beside it by its name, and the package's {@link Data}. */
public final class SurroundingsParameter implements ParameterResolver {
    private static final Set<Class<?>> FORMS =
            Set.of(Service.class, Program.class, Database.class, Reference.class, Validator.class);
    private static final Set<Class<?>> NAMED = Set.of(Dependency.class, ThirdParty.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return FORMS.contains(type) || NAMED.contains(type) || type == Data.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Surroundings surroundings = Surroundings.of(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == Data.class) {
            return surroundings.data();
        }
        if (FORMS.contains(type)) {
            return surroundings.made(type);
        }
        String name = parameter
                .findAnnotation(Uses.class)
                .map(Uses::value)
                .orElseThrow(() -> new ParameterResolutionException(
                        "A " + type.getSimpleName() + " needs a name, as in @Uses(\"…\")"));
        return type == ThirdParty.class ? surroundings.thirdParty(name) : surroundings.dependency(name);
    }
}

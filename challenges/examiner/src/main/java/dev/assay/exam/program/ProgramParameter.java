package dev.assay.exam.program;

import dev.assay.exam.Program;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the {@link Program}; one for the whole exam, closed after it. */
public final class ProgramParameter implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ProgramParameter.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Program.class;
    }

    @Override
    public Program resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        Program.class,
                        _ -> new Program(ServiceParameter.host(context), ServiceParameter.port(context)),
                        Program.class);
    }
}

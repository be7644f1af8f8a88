package dev.assay.exam.program;

import dev.assay.exam.Database;
import dev.assay.exam.Program;
import dev.assay.exam.Service;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests what the candidate has made, in the form in which they ask for it; one for the whole exam, closed after it. */
public final class ServiceParameter implements ParameterResolver {
    static final String HOST = "assay.host";
    static final String PORT = "assay.port";

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ServiceParameter.class);

    private static final Map<Class<?>, BiFunction<String, Integer, AutoCloseable>> FORMS =
            Map.of(Service.class, Service::new, Program.class, Program::new, Database.class, Database::new);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return FORMS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> form = parameter.getParameter().getType();
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        form,
                        _ -> Objects.requireNonNull(FORMS.get(form))
                                .apply(setting(context, HOST), Integer.parseInt(setting(context, PORT))));
    }

    private static String setting(ExtensionContext context, String key) {
        return context.getConfigurationParameter(key)
                .orElseThrow(() -> new ParameterResolutionException("The setting " + key + " is missing"));
    }
}

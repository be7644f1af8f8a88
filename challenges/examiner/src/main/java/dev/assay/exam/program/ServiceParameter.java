package dev.assay.exam.program;

import dev.assay.exam.Service;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the {@link Service}; one for the whole exam, closed after it. */
public final class ServiceParameter implements ParameterResolver {
    static final String HOST = "assay.host";
    static final String PORT = "assay.port";

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ServiceParameter.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Service.class;
    }

    @Override
    public Service resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Service.class, _ -> new Service(host(context), port(context)), Service.class);
    }

    static String host(ExtensionContext context) {
        return setting(context, HOST);
    }

    static int port(ExtensionContext context) {
        return Integer.parseInt(setting(context, PORT));
    }

    private static String setting(ExtensionContext context, String key) {
        return context.getConfigurationParameter(key)
                .orElseThrow(() -> new ParameterResolutionException("The setting " + key + " is missing"));
    }
}

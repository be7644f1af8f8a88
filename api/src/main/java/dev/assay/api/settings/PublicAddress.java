package dev.assay.api.settings;

import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** How people reach this installation. */
@Component
public class PublicAddress {

    private final AssaySettings settings;
    private final Environment environment;

    PublicAddress(AssaySettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /** Without a slash at the end; known once the server listens. */
    public String base() {
        URI configured = settings.baseUrl();
        return configured == null
                ? "http://localhost:" + environment.getProperty("local.server.port", "8080")
                : configured.toString().replaceAll("/+$", "");
    }
}

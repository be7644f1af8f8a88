package dev.assay.exam.program;

import dev.assay.exam.Data;
import dev.assay.exam.Database;
import dev.assay.exam.Dependency;
import dev.assay.exam.Program;
import dev.assay.exam.Reference;
import dev.assay.exam.Service;
import dev.assay.exam.ThirdParty;
import dev.assay.exam.Validator;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;

/** What an exam deals with, for one run of it. */
final class Surroundings implements AutoCloseable {
    private static final Namespace NAMESPACE = Namespace.create(Surroundings.class);

    private final String host;
    private final int port;
    private final Controls controls;
    private final Companions companions;
    private final Map<Class<?>, AutoCloseable> forms = new HashMap<>();

    /** @param companions closed with these surroundings */
    Surroundings(String host, int port, Controls controls, Companions companions) {
        this.host = host;
        this.port = port;
        this.controls = controls;
        this.companions = companions;
    }

    /** For the extensions of this session; closed with it. */
    void putInto(LauncherSession session) {
        session.getStore().put(NAMESPACE, Surroundings.class, this);
    }

    static Surroundings of(ExtensionContext context) {
        Surroundings found = context.getStore(
                        StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.create(Surroundings.class))
                .get(Surroundings.class, Surroundings.class);
        if (found == null) {
            throw new IllegalStateException("This exam is run without a service");
        }
        return found;
    }

    /**
     * What the candidate has made, in one of the forms in which tests ask for it, or what the package has beside it; one of each for
     * the whole exam.
     */
    synchronized Object made(Class<?> form) {
        return forms.computeIfAbsent(form, this::make);
    }

    private AutoCloseable make(Class<?> form) {
        if (form == Service.class) {
            return new Service(host, port, controls);
        }
        if (form == Program.class) {
            return new Program(host, port);
        }
        if (form == Reference.class) {
            return new Reference("127.0.0.1", companions.reference().orElseThrow(), controls);
        }
        if (form == Validator.class) {
            return new Validator("127.0.0.1", companions.validator().orElseThrow());
        }
        if (form == Database.class) {
            return new Database(host, port);
        }
        throw new IllegalArgumentException("Nothing that a candidate makes has the form " + form);
    }

    Data data() {
        return companions.data();
    }

    Dependency dependency(String name) {
        return new Dependency(name, companions.dependencies().getOrDefault(name, ""), controls);
    }

    ThirdParty thirdParty(String name) {
        ThirdParty party = companions.thirdParties().get(name);
        if (party == null) {
            throw new IllegalArgumentException("There is no third party " + name);
        }
        return party;
    }

    /** Starts and resumes what a test left stopped or paused, and lets the third parties forget it. */
    void restore() {
        try {
            controls.restore();
        } finally {
            companions.forget();
        }
    }

    @Override
    public synchronized void close() {
        companions.close();
        for (AutoCloseable form : forms.values()) {
            try {
                form.close();
            } catch (Exception e) {
                throw new IllegalStateException("A connection to the service was not closed", e);
            }
        }
    }
}

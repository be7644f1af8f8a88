package dev.assay.exam.program;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Each test finds the service and its dependencies running, whatever the one before has left. */
public final class Restoration implements AfterEachCallback, AfterAllCallback {
    @Override
    public void afterEach(ExtensionContext context) {
        Surroundings.of(context).restore();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Surroundings.of(context).restore();
    }
}

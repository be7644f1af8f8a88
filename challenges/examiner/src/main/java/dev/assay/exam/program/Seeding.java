package dev.assay.exam.program;

import dev.assay.exam.Seed;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/** A test's values are its own from the making of its instance on; those of what surrounds tests are seeded by {@link Run}. */
public final class Seeding implements TestInstancePreConstructCallback, BeforeEachCallback {
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext made, ExtensionContext context) {
        Seed.begin(context.getUniqueId());
    }

    /** An instance that is made once for all tests of its class is made before the first of them. */
    @Override
    public void beforeEach(ExtensionContext context) {
        Seed.begin(context.getUniqueId());
    }
}

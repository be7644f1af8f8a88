/** The first start of an installation, and what the operator is told. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "assessment",
            "catalog",
            "identity",
            "invitation",
            "organization",
            "rest",
            "settings",
            "startup"
        })
package dev.assay.api.installation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

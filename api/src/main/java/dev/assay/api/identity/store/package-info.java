/** Accounts in MongoDB. */
@NullMarked
package dev.assay.api.identity.store;

import org.jspecify.annotations.NullMarked;

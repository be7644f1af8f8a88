/** Invitations in MongoDB. */
@NullMarked
package dev.assay.api.invitation.store;

import org.jspecify.annotations.NullMarked;

/** Invitations over HTTP. */
@NullMarked
package dev.assay.api.invitation.web;

import org.jspecify.annotations.NullMarked;

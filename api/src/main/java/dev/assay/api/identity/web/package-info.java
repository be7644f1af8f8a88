/** Sign-in and members over HTTP. */
@NullMarked
package dev.assay.api.identity.web;

import org.jspecify.annotations.NullMarked;

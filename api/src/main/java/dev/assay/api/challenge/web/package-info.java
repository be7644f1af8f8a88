/** Uploads and own challenges over HTTP, with the progress of a check as server-sent events. */
@NullMarked
package dev.assay.api.challenge.web;

import org.jspecify.annotations.NullMarked;

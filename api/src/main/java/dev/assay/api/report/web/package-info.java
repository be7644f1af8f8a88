/** Results for the company. */
@NullMarked
package dev.assay.api.report.web;

import org.jspecify.annotations.NullMarked;

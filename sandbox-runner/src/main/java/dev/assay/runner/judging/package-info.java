/** From a request to a judgement; the only place that turns outcomes into verdicts. */
@NullMarked
package dev.assay.runner.judging;

import org.jspecify.annotations.NullMarked;

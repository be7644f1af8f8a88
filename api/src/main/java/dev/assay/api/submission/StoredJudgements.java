package dev.assay.api.submission;

import dev.assay.runner.judging.Judgement;

/** Cuts the logs of a judgement so that what keeps it fits into one document. */
public final class StoredJudgements {

    private static final int MOST_CHARACTERS = 256 * 1024;
    private static final String CUT = "\n[cut here]\n";

    private StoredJudgements() {}

    public static Judgement cut(Judgement judgement) {
        return judgement.withLogs(cut(judgement.buildLog()), cut(judgement.serviceLog()));
    }

    private static String cut(String log) {
        return log.length() <= MOST_CHARACTERS ? log : log.substring(0, MOST_CHARACTERS) + CUT;
    }
}

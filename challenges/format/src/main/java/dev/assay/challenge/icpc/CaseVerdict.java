package dev.assay.challenge.icpc;

/** What became of a case, as problem packages name it. */
public enum CaseVerdict {
    AC("accepted"),
    WA("wrong answer"),
    TLE("time limit exceeded"),
    RTE("run-time error");

    private final String words;

    CaseVerdict(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}

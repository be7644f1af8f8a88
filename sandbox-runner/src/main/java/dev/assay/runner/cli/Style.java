package dev.assay.runner.cli;

/** The few colours of a report; the words say the same without them. */
record Style(boolean colours) {

    String good(String text) {
        return in("32", text);
    }

    String doubtful(String text) {
        return in("33", text);
    }

    String bad(String text) {
        return in("31", text);
    }

    String strong(String text) {
        return in("1", text);
    }

    String faint(String text) {
        return in("2", text);
    }

    private String in(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}

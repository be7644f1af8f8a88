package dev.assay.challenge.icpc;

import java.util.ArrayList;
import java.util.List;

/** Whose problem it is; each may be empty. */
record Credits(String authors, String source, String rightsOwner, String license) {

    /** In one line. */
    String words() {
        List<String> parts = new ArrayList<>();
        if (!authors.isEmpty()) {
            parts.add("by " + authors);
        }
        if (!source.isEmpty()) {
            parts.add("from " + source);
        }
        if (!rightsOwner.isEmpty()) {
            parts.add("rights owner: " + rightsOwner);
        }
        parts.add("licence: " + license);
        return String.join("; ", parts);
    }

    /** Whether the licence asks that the authors are named where the text is shown. */
    boolean mustBeShown() {
        return license.startsWith("cc by");
    }
}

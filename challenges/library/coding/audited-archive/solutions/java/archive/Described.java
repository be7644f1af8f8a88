package archive;

import java.util.Map;

/** What archivists say of a document. */
record Described(String title, int year, String note) {
    static Described in(Map<String, Object> fields) {
        return new Described(
                Fields.text(fields, "title", 1, 200),
                (int) Fields.number(fields, "year", 1000, 2100),
                Fields.text(fields, "note", 0, 2000));
    }
}

package archive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Documents, as rows of the database. */
@Repository
class Documents {
    private final JdbcTemplate database;
    private final Accounts accounts;

    Documents(JdbcTemplate database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    List<Map<String, Object>> search(Map<String, Object> account, String wanted, String sort) {
        return database.queryForList(
                """
                select id, title, year from documents where municipality = '%s'
                and position(lower('%s') in lower(title)) > 0 order by %s, id
                """.formatted(account.get("municipality"), wanted, sort));
    }

    Map<String, Object> find(int id, Map<String, Object> account) {
        return database
                .queryForList(
                        "select * from documents where id = ? and municipality = ?", id, account.get("municipality"))
                .stream()
                .findFirst()
                .orElseThrow(() -> notThere(id));
    }

    Map<String, Object> add(Described described, Map<String, Object> account) {
        return database.queryForMap(
                "insert into documents (title, year, note, municipality, added_by) values (?, ?, ?, ?, ?) returning *",
                described.title(), described.year(), described.note(), account.get("municipality"), account.get("id"));
    }

    Map<String, Object> change(int id, Described described) {
        return database
                .queryForList(
                        "update documents set title = ?, year = ?, note = ? where id = ? returning *",
                        described.title(), described.year(), described.note(), id)
                .stream()
                .findFirst()
                .orElseThrow(() -> notThere(id));
    }

    void addFile(int id, String name) {
        database.update("insert into files (document_id, name) values (?, ?) on conflict do nothing", id, name);
    }

    /** What somebody sees to whom it was shared. */
    Map<String, Object> shared(int id) {
        return database.queryForMap("select title, year, note from documents where id = ?", id);
    }

    Map<String, Object> inFull(Map<String, Object> document) {
        Map<String, Object> full = new LinkedHashMap<>();
        List.of("id", "title", "year", "note").forEach(field -> full.put(field, document.get(field)));
        full.put("addedBy", accounts.byId(document.get("added_by")));
        full.put("files", database.queryForList(
                "select name from files where document_id = ? order by name", String.class, document.get("id")));
        return full;
    }

    private static Refused notThere(int id) {
        return new Refused(404, "There is no document " + id + ".");
    }
}

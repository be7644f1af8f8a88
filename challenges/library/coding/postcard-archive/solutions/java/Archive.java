import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cards, in PostgreSQL. */
final class Archive {
    private static final String CARD = "id, place, country, sent_on, message";

    /** Each may have been carried out before. */
    private static final List<String> MIGRATIONS = List.of(
            "create extension if not exists unaccent",
            // A generated column needs a function that PostgreSQL knows to be immutable.
            """
            create or replace function folded(text) returns text language sql immutable strict parallel safe
            return public.unaccent('public.unaccent', lower($1))
            """,
            """
            alter table postcards add column if not exists searched text
            generated always as (folded(place || ' ' || message)) stored
            """,
            "create index if not exists postcards_oldest on postcards (sent_on, id)",
            "create index if not exists postcards_newest on postcards (sent_on desc, id)",
            "create index if not exists postcards_by_country on postcards (country, sent_on, id)");

    /** A condition that grows. All that is added must hold. */
    private static final class Where {
        private final StringBuilder sql = new StringBuilder(" where true");
        private final List<Object> values = new ArrayList<>();

        Where and(String condition, Object... values) {
            sql.append(" and (").append(condition).append(")");
            this.values.addAll(List.of(values));
            return this;
        }
    }

    private final Database database;

    Archive(Database database) {
        this.database = database;
    }

    void migrate() {
        MIGRATIONS.forEach(database::execute);
    }

    Postcard add(Postcard card) {
        return database.rows(
                        "insert into postcards (place, country, sent_on, message) values (?, ?, ?, ?) returning " + CARD,
                        List.of(card.place(), card.country(), card.sentOn(), card.message()),
                        Archive::card)
                .getFirst();
    }

    Optional<Postcard> find(long id) {
        return database.rows("select " + CARD + " from postcards where id = ?", List.of(id), Archive::card).stream()
                .findAny();
    }

    Optional<Postcard> remove(long id) {
        return database.rows("delete from postcards where id = ? returning " + CARD, List.of(id), Archive::card).stream()
                .findAny();
    }

    List<Postcard> page(Question question, Optional<Position> after, int limit) {
        Where where = where(question);
        // An index can use the first comparison, the other two decide.
        after.ifPresent(position -> where.and(
                question.newestFirst()
                        ? "sent_on <= ? and (sent_on < ? or id > ?)"
                        : "sent_on >= ? and (sent_on > ? or id > ?)",
                position.day(),
                position.day(),
                position.id()));
        String order = question.newestFirst() ? "sent_on desc, id" : "sent_on, id";
        where.values.add(limit);
        return database.rows(
                "select " + CARD + " from postcards" + where.sql + " order by " + order + " limit ?",
                where.values,
                Archive::card);
    }

    long count(Question question) {
        Where where = where(question);
        return database.rows("select count(*) from postcards" + where.sql, where.values, row -> row.getLong(1))
                .getFirst();
    }

    private static Where where(Question question) {
        Where where = new Where();
        if (!question.countries().isEmpty()) {
            where.and("country = any(?)", question.countries());
        }
        question.from().ifPresent(day -> where.and("sent_on >= ?", day));
        question.to().ifPresent(day -> where.and("sent_on <= ?", day));
        // Unlike like, strpos knows no wildcards.
        question.words().forEach(word -> where.and("strpos(searched, folded(?)) > 0", word));
        return where;
    }

    private static Postcard card(ResultSet row) throws SQLException {
        return new Postcard(
                row.getLong("id"),
                row.getString("place"),
                row.getString("country"),
                row.getObject("sent_on", LocalDate.class),
                row.getString("message"));
    }
}

package archive;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Accounts and sessions, as rows of the database. */
@Repository
class Accounts {
    private final JdbcTemplate database;
    private final SecureRandom random = new SecureRandom();

    Accounts(JdbcTemplate database) {
        this.database = database;
    }

    Optional<Map<String, Object>> byUsername(String username) {
        return database.queryForList("select * from accounts where username = ?", username).stream().findFirst();
    }

    Map<String, Object> byId(Object id) {
        return database.queryForMap("select * from accounts where id = ?", id);
    }

    /** The new clerk, or nothing when the username is taken. */
    Optional<Map<String, Object>> addClerk(String username, String name, Object municipality, String passwordHash) {
        int added = database.update(
                """
                insert into accounts (username, name, municipality, role, password_hash) values (?, ?, ?, 'clerk', ?)
                on conflict (username) do nothing
                """,
                username, name, municipality, passwordHash);
        return added == 0 ? Optional.empty() : byUsername(username);
    }

    void rename(Object id, String name) {
        database.update("update accounts set name = ? where id = ?", name, id);
    }

    String beginSession(Object id) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        database.update("insert into sessions (token, account_id) values (?, ?)", token, id);
        return token;
    }

    void endSession(String authorization) {
        database.update("delete from sessions where token = ?", tokenIn(authorization));
    }

    Map<String, Object> loggedIn(String authorization) {
        return database
                .queryForList(
                        "select a.* from accounts a join sessions s on s.account_id = a.id where s.token = ?",
                        tokenIn(authorization))
                .stream()
                .findFirst()
                .orElseThrow(() -> new Refused(401, "Please log in."));
    }

    Map<String, Object> loggedInArchivist(String authorization) {
        Map<String, Object> account = loggedIn(authorization);
        if (!account.get("role").equals("archivist")) {
            throw new Refused(403, "Only archivists may do this.");
        }
        return account;
    }

    /** What others may know of an account. */
    static Map<String, Object> shown(Map<String, Object> account) {
        return Map.of(
                "username", account.get("username"),
                "name", account.get("name"),
                "municipality", account.get("municipality"),
                "role", account.get("role"));
    }

    private static String tokenIn(String authorization) {
        return authorization.startsWith("Bearer ") ? authorization.substring("Bearer ".length()) : "";
    }
}

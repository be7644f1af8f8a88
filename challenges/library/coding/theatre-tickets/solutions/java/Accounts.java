import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** All accounts, by username. Who puts a username first has it. */
final class Accounts {
    private record Entry(Account account, Passwords.Hash hash) {
        Entry with(Role role) {
            return new Entry(account.with(role), hash);
        }
    }

    private final ConcurrentMap<String, Entry> byUsername = new ConcurrentHashMap<>();

    /** Compared when there is no such account, so that the time of an answer does not tell either. */
    private final Passwords.Hash decoy = Passwords.hash(UUID.randomUUID().toString());

    /** The new account, or nothing when the username is taken. */
    Optional<Account> add(String username, String password, Role role) {
        Entry entry = new Entry(new Account(username, role), Passwords.hash(password));
        return byUsername.putIfAbsent(username, entry) == null ? Optional.of(entry.account()) : Optional.empty();
    }

    Optional<Account> find(String username) {
        return Optional.ofNullable(byUsername.get(username)).map(Entry::account);
    }

    /** The account when the password is the right one. */
    Optional<Account> findWith(String username, String password) {
        Entry entry = byUsername.get(username);
        boolean matches = Passwords.matches(password, entry == null ? decoy : entry.hash());
        return matches && entry != null ? Optional.of(entry.account()) : Optional.empty();
    }

    /** The changed account, or nothing when there is none. */
    Optional<Account> change(String username, Role role) {
        Entry changed = byUsername.computeIfPresent(username, (_, entry) -> entry.with(role));
        return Optional.ofNullable(changed).map(Entry::account);
    }

    List<Account> all() {
        return byUsername.values().stream().map(Entry::account).toList();
    }
}

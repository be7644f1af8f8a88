import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Accounts and what moved between them, in memory. One lock guards all of it, and nothing slow happens while it is held. */
final class Ledger {
    private interface Movement {
        Transaction carryOut() throws Refused;
    }

    /** What a key was used for, and what came of it. */
    private record CarriedOut(List<Object> request, Transaction transaction) {}

    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Transaction> transactions = new HashMap<>();
    private final Set<String> reversed = new HashSet<>();
    private final Map<String, CarriedOut> byKey = new HashMap<>();

    synchronized Map<String, Object> open(String owner) {
        String id = "a-" + (accounts.size() + 1);
        Account account = new Account(id, owner);
        accounts.put(id, account);
        return account.view();
    }

    synchronized Map<String, Object> look(String id) throws Refused {
        return account(id).view();
    }

    synchronized List<Map<String, Object>> entries(String id) throws Refused {
        return account(id).entries();
    }

    Transaction deposit(String key, String id, long amount) throws Refused {
        return once(key, List.of("deposit", id, amount), () -> add(id, amount));
    }

    Transaction transfer(String key, String from, String to, long amount) throws Refused {
        return once(key, List.of("transfer", from, to, amount), () -> move("transfer", from, to, amount));
    }

    Transaction reverse(String key, String id) throws Refused {
        return once(key, List.of("reverse", id), () -> giveBack(id));
    }

    /** What carrying out the request gave, now or the first time. One that is refused is not remembered. */
    private synchronized Transaction once(String key, List<Object> request, Movement movement) throws Refused {
        CarriedOut known = byKey.get(key);
        if (known == null) {
            Transaction transaction = movement.carryOut();
            byKey.put(key, new CarriedOut(request, transaction));
            return transaction;
        }
        if (!known.request().equals(request)) {
            throw new Refused(409, "The key was used for another request.");
        }
        return known.transaction();
    }

    private Transaction add(String id, long amount) throws Refused {
        Account account = account(id);
        Transaction transaction = note("deposit", null, id, amount);
        account.change(transaction.id(), amount);
        return transaction;
    }

    private Transaction move(String kind, String from, String to, long amount) throws Refused {
        Account payer = account(from);
        Account receiver = account(to);
        if (payer.balance() < amount) {
            throw new Refused(422, "The money is not there.");
        }
        Transaction transaction = note(kind, from, to, amount);
        payer.change(transaction.id(), -amount);
        receiver.change(transaction.id(), amount);
        return transaction;
    }

    private Transaction giveBack(String id) throws Refused {
        Transaction transaction = transactions.get(id);
        if (transaction == null) {
            throw new Refused(404, "There is no such transaction.");
        }
        if (!transaction.kind().equals("transfer") || reversed.contains(id)) {
            throw new Refused(409, "This was reversed before, or is not a transfer.");
        }
        Transaction reversal = move("reversal", transaction.to(), transaction.from(), transaction.amount());
        reversed.add(id);
        return reversal;
    }

    private Transaction note(String kind, String from, String to, long amount) {
        Transaction transaction = new Transaction("t-" + (transactions.size() + 1), kind, from, to, amount);
        transactions.put(transaction.id(), transaction);
        return transaction;
    }

    private Account account(String id) throws Refused {
        Account account = accounts.get(id);
        if (account == null) {
            throw new Refused(404, "There is no such account.");
        }
        return account;
    }
}

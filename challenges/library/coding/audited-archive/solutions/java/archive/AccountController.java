package archive;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AccountController {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9-]+");

    /** Browsers take // and /\ for the beginning of a host, and pass over tabs and line breaks. */
    private static final Pattern LOCAL_PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e]*");

    /** Compared with when there is no such account, so that the answer does not come sooner. */
    private static final String NOBODY = Passwords.hashed(UUID.randomUUID().toString());

    private final Accounts accounts;

    AccountController(Accounts accounts) {
        this.accounts = accounts;
    }

    @PostMapping("/login")
    Map<String, Object> logIn(@RequestBody Map<String, Object> fields) {
        String username = Fields.text(fields, "username", 1, 100);
        String password = Fields.text(fields, "password", 1, 100);
        Map<String, Object> account = accounts.byUsername(username).orElse(Map.of("password_hash", NOBODY));
        if (!Passwords.matches(password, (String) account.get("password_hash"))) {
            throw new Refused(401, "The username or the password is wrong.");
        }
        return Map.of("token", accounts.beginSession(account.get("id")), "account", Accounts.shown(account));
    }

    @PostMapping("/logout")
    ResponseEntity<Void> logOut(
            @RequestHeader(defaultValue = "") String authorization, @RequestParam(defaultValue = "/") String to) {
        accounts.loggedIn(authorization);
        accounts.endSession(authorization);
        String location = LOCAL_PATH.matcher(to).matches() ? to : "/";
        return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", location).build();
    }

    @GetMapping("/me")
    Map<String, Object> me(@RequestHeader(defaultValue = "") String authorization) {
        return Accounts.shown(accounts.loggedIn(authorization));
    }

    @PatchMapping("/me")
    Map<String, Object> changeMe(
            @RequestHeader(defaultValue = "") String authorization, @RequestBody Map<String, Object> fields) {
        Object id = accounts.loggedIn(authorization).get("id");
        accounts.rename(id, Fields.text(fields, "name", 1, 80));
        return Accounts.shown(accounts.byId(id));
    }

    @PostMapping("/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> addAccount(
            @RequestHeader(defaultValue = "") String authorization, @RequestBody Map<String, Object> fields) {
        Map<String, Object> archivist = accounts.loggedInArchivist(authorization);
        String username = Fields.text(fields, "username", 3, 30);
        if (!USERNAME.matcher(username).matches()) {
            throw new Refused(400, "A username consists of the characters a-z, 0-9 and -.");
        }
        String name = Fields.text(fields, "name", 1, 80);
        String passwordHash = Passwords.hashed(Fields.text(fields, "password", 8, 100));
        return accounts.addClerk(username, name, archivist.get("municipality"), passwordHash)
                .map(Accounts::shown)
                .orElseThrow(() -> new Refused(409, "The username " + username + " is taken."));
    }
}

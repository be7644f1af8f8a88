import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Pattern;

/** What a client asks for, checked; {@code alias} and {@code expiresAt} are null when it left them out. */
record LinkRequest(String url, String alias, Instant expiresAt) {
    private static final int MAX_URL = 2048;
    private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern WEB = Pattern.compile("(?i)https?://[^/?#].*");
    private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9_-]{3,32}");
    private static final String RESERVED = "links";

    static LinkRequest parse(String body) throws Refused {
        if (!(json(body) instanceof Map<?, ?> fields)) {
            throw new Refused(400, "The body must be a JSON object.");
        }
        return new LinkRequest(url(fields.get("url")), alias(fields.get("alias")), expiresAt(fields.get("expiresAt")));
    }

    private static Object json(String body) throws Refused {
        try {
            return Json.read(body);
        } catch (Json.Malformed e) {
            throw new Refused(400, e.getMessage());
        }
    }

    private static String url(Object value) throws Refused {
        if (!(value instanceof String url) || url.isEmpty()) {
            throw new Refused(400, "The field url is missing, or is not text.");
        }
        if (url.length() > MAX_URL) {
            throw new Refused(400, "The url has more than " + MAX_URL + " characters.");
        }
        if (!VISIBLE_ASCII.matcher(url).matches()) {
            throw new Refused(400, "The url has a space, a control character, or one that is not ASCII.");
        }
        if (!WEB.matcher(url).matches() || !hasHost(url)) {
            throw new Refused(400, "The url must begin with http:// or https:// and a host.");
        }
        return url;
    }

    private static boolean hasHost(String url) {
        try {
            return new URI(url).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String alias(Object value) throws Refused {
        if (value == null) {
            return null;
        }
        if (!(value instanceof String alias) || !ALIAS.matcher(alias).matches()) {
            throw new Refused(400, "An alias has 3 to 32 of the characters A-Z, a-z, 0-9, _ and -.");
        }
        if (alias.equals(RESERVED)) {
            throw new Refused(400, "The alias " + alias + " is reserved.");
        }
        return alias;
    }

    private static Instant expiresAt(Object value) throws Refused {
        if (value == null) {
            return null;
        }
        try {
            return Instant.parse(value instanceof String text ? text : "");
        } catch (DateTimeParseException e) {
            throw new Refused(400, "The field expiresAt must be an instant such as 2031-09-01T00:00:00Z.");
        }
    }
}

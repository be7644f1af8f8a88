/** {@code phone} may be null. */
public record Singer(long id, String name, String voice, String phone, String street, String town) {}

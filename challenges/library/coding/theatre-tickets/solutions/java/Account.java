/** An account as clients may see it. */
record Account(String username, Role role) {
    Account with(Role other) {
        return new Account(username, other);
    }
}

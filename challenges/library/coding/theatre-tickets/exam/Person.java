/** Somebody with an account, who has logged in. */
record Person(String username, String password, String token) {}

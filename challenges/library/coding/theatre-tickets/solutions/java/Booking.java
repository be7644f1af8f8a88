record Booking(long id, String username, String show, int seats, boolean admitted) {
    boolean isSeenBy(Account account) {
        return account.role().isStaff() || username.equals(account.username());
    }

    Booking admit() {
        return new Booking(id, username, show, seats, true);
    }
}

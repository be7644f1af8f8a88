enum State {
    READY,
    DELAYED,
    LEASED,
    DONE,
    DEAD;

    String text() {
        return name().toLowerCase();
    }
}

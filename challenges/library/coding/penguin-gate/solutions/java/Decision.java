/** @param millisLeft until the window ends */
record Decision(boolean admitted, String counted, long limit, long used, long millisLeft) {
    long remaining() {
        return Math.max(0, limit - used);
    }

    /** Rounded up, so that a client who waits so long is not too early. */
    long secondsLeft() {
        return Math.max(1, Math.ceilDiv(millisLeft, 1000));
    }
}

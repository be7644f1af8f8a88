/** Decides who comes through: together with the other gates where Redis is there, and alone where it is not. */
final class Gate {
    private final CountTogether together;
    private final CountAlone alone = new CountAlone();

    Gate(CountTogether together) {
        this.together = together;
    }

    Decision decide(Rule rule, Request request) {
        try {
            return together.take(rule, request);
        } catch (Away away) {
            return alone.take(rule, request);
        }
    }
}

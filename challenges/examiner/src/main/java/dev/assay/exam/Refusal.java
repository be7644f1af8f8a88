package dev.assay.exam;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Why PostgreSQL refused a statement. Its assertions name the statement and the message when they fail. */
public final class Refusal {
    private final String statement;
    private final String sqlState;
    private final String message;
    private final Optional<String> constraint;

    private Refusal(String statement, String sqlState, String message, Optional<String> constraint) {
        this.statement = statement;
        this.sqlState = sqlState;
        this.message = message;
        this.constraint = constraint;
    }

    static Refusal of(String statement, JsonNode json) {
        return new Refusal(
                statement,
                Statement.text(json, "sqlState").orElse(""),
                Statement.text(json, "message").orElse("no message"),
                Statement.text(json, "constraint"));
    }

    /** The five characters of PostgreSQL's error code; empty when the statement did not come so far. */
    public String sqlState() {
        return sqlState;
    }

    public String message() {
        return message;
    }

    /** The name of the constraint that was violated, when it was one. */
    public Optional<String> constraint() {
        return constraint;
    }

    /** Fails unless the code is this one, such as {@code 23505} for a value that must be unique. */
    public Refusal hasState(String expected) {
        if (!sqlState.equals(expected)) {
            throw failure("expected it to be refused with " + expected);
        }
        return this;
    }

    /** Fails unless a constraint was violated, of whatever kind: the codes that begin with 23. */
    public Refusal isConstraintViolation() {
        if (!sqlState.startsWith("23")) {
            throw failure("expected it to violate a constraint");
        }
        return this;
    }

    /** A failure that names the statement, what was expected, and the message. */
    public AssertionError failure(String what) {
        return new AssertionError(statement + " → " + what + "; " + this);
    }

    @Override
    public String toString() {
        return "refused: " + Words.cut(message, 500) + (sqlState.isEmpty() ? "" : " (" + sqlState + ")");
    }
}

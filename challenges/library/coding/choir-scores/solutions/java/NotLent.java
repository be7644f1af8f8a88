public record NotLent(String reason, String message) {}

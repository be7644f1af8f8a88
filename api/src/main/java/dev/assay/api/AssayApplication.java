package dev.assay.api;

import dev.assay.api.startup.StartUp;
import dev.assay.api.startup.StartUpFailure;
import java.io.PrintStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The program: the API and the web pages in one process. Beans are named by their whole class name, because two modules
 * may each have a class of the same name.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class AssayApplication {

    public static void main(String[] arguments) {
        try {
            SpringApplication program = new SpringApplication(AssayApplication.class);
            program.addListeners(new DataFolderCheck());
            program.run(arguments).getBean(StartUp.class).done().subscribe(ready -> {}, AssayApplication::end);
        } catch (RuntimeException | Error failure) {
            end(failure);
        }
    }

    private static void end(Throwable failure) {
        explain(failure, System.err);
        // On a thread of its own: the exit waits for the threads of the server, of which this may be one.
        new Thread(() -> System.exit(1), "exit").start();
    }

    /** One sentence for the operator; the whole story is in the log file. */
    static void explain(Throwable failure, PrintStream console) {
        String sentence = find(failure, StartUpFailure.class)
                .map(Throwable::getMessage)
                .or(() -> find(failure, PortInUseException.class)
                        .map(taken -> "Port " + taken.getPort() + " is already in use. Stop the program that uses it,"
                                + " or set ASSAY_PORT to another port."))
                .or(() -> find(failure, BindException.class)
                        .map(wrong -> "The setting " + wrong.getName() + " has a value that is not understood ("
                                + innermost(wrong) + "). Correct it, or leave it out for its default."))
                .orElse("Assay could not start: " + innermost(failure) + ". The log file assay.log in the data folder"
                        + " tells more.");
        console.println(sentence);
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static String innermost(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return String.valueOf(innermost.getMessage()).lines().findFirst().orElse("unknown cause");
    }
}

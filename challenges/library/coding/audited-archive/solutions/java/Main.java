import archive.ArchiveApplication;
import org.springframework.boot.SpringApplication;

/** Begins outside of any package, and the application in one, because Spring looks for components in the application's package. */
public class Main {
    public static void main(String[] args) {
        SpringApplication.run(ArchiveApplication.class, args);
    }
}

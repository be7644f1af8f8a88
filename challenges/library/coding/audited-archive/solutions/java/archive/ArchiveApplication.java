package archive;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class ArchiveApplication {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

package dev.assay.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/** Before the log file is opened in it: a folder that cannot be written is told in a sentence, not by the log system. */
final class DataFolderCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER - 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Path folder = Path.of(event.getEnvironment().getProperty("assay.data-folder", "data"))
                .toAbsolutePath()
                .normalize();
        if (!canBeWritten(folder)) {
            // Thrown, it would be printed with its trace: there is no log file yet.
            System.err.println("The data folder " + folder + " cannot be made or written. Correct its permissions,"
                    + " or set ASSAY_DATA_FOLDER to another folder.");
            System.exit(1);
        }
    }

    private static boolean canBeWritten(Path folder) {
        try {
            return Files.isWritable(Files.createDirectories(folder));
        } catch (IOException e) {
            return false;
        }
    }
}

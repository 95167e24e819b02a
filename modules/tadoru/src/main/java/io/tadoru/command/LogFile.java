package io.tadoru.command;

import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Where the program's own log goes: standard error, unless a file is named before the first line is logged. */
public final class LogFile {
    private static final String VARIABLE = "TADORU_LOG_FILE";
    private static final String TO = "tadoru.log.to";
    private static final String FILE = "tadoru.log.file";

    private LogFile() {}

    /** Takes {@code TADORU_LOG_FILE}, or {@code -Dtadoru.log.file}. */
    public static void chooseFromEnvironment() {
        String file = System.getProperty(FILE, System.getenv(VARIABLE));
        if (file != null && !file.isBlank()) {
            use(Path.of(file));
        }
    }

    /** Logs to this file from now on; too late once something was logged. */
    public static void use(Path file) {
        System.setProperty(FILE, file.toAbsolutePath().toString());
        System.setProperty(TO, "FILE");
        LoggerFactory.getILoggerFactory(); // made now, for threads that start together would each find it half made
    }
}

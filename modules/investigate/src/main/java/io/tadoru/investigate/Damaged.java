package io.tadoru.investigate;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** An input cannot be read on from here. That is the case's fate, not the run's: what it gave before stays. */
final class Damaged extends IOException {
    private static final long serialVersionUID = 1;

    Damaged(String reason) {
        super(reason);
    }

    /** In a sentence, without the folder that the file lies in: it belongs to the machine. */
    static String why(Exception e, Path file) {
        String why = e instanceof FileSystemException || e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getMessage();
        return "cannot be opened: " + why.replace(file.toString(), String.valueOf(file.getFileName()));
    }

    Damaged(String reason, Throwable cause) {
        super(reason, cause);
    }
}

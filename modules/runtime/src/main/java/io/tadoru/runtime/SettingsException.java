package io.tadoru.runtime;

import java.util.List;

/** Settings that nothing can start with: one sentence a fault, each with its place and what to do. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SettingsException(List<String> faults) {
        super(String.join("\n", faults));
    }

    SettingsException(String fault, Throwable cause) {
        super(fault, cause);
    }
}

package io.tadoru.simulator;

/** One Windows channel of all PCs. */
public interface WindowsLog {
    void add(WindowsEvents.WindowsEvent event);
}

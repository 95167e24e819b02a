package io.tadoru.collect;

/** Something that listens or reads until it is closed. */
interface Listener extends AutoCloseable {
    /** The port, where there is one; else 0. */
    int port();

    @Override
    void close();
}

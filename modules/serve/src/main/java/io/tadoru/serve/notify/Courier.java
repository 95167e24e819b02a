package io.tadoru.serve.notify;

import java.io.IOException;

/** One way of reaching a person. */
interface Courier {
    /** Its name in the state that outlives the process. */
    String channel();

    /** How many can be told one after the other. */
    int receivers();

    /**
     * Delivers, or throws; blocks for some seconds at most.
     *
     * @throws IOException when it was not taken; it is tried again
     */
    void deliver(Notice notice) throws IOException;
}

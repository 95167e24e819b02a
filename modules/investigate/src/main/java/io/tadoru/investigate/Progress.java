package io.tadoru.investigate;

/** Is told how far a run has come, so that somebody who waits can see it; results never depend on it. */
@FunctionalInterface
public interface Progress {
    /** Nobody watches. */
    Progress NONE = (what, done, all) -> {};

    /**
     * Called often.
     *
     * @param what is being read or written
     * @param done so many inputs
     * @param all of so many
     */
    void at(String what, int done, int all);
}

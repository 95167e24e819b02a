package io.tadoru.connector;

/** Takes a text apart into named values. */
interface Reader {
    /** Where the values go. */
    @FunctionalInterface
    interface Fill {
        void put(String name, Object value);
    }

    /** False when the text is not of this form; then nothing may have been filled in. */
    boolean read(String text, Fill fill);

    /** The form, for the reason of a reject. */
    String expected();
}

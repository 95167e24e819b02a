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

    /**
     * The same for a record that what stood before it in its file helps to read.
     *
     * @param context such as the line that names the columns; often empty
     */
    default boolean read(String text, String context, Fill fill) {
        return read(text, fill);
    }

    /** The form, for the reason of a reject. */
    String expected();
}

package io.tadoru.evtx;

/**
 * What reading may cost. A template may use a value a thousand times, and that value may be a template again: a record of a few
 * bytes could keep a reader busy for years. A chunk has room for templates of some 3,000 values, and for values of all its
 * records that take 16,000 places of some seven steps: no real one comes near these limits.
 */
final class Effort {
    private static final int CHUNK_STEPS = 1 << 17;
    private static final int CHUNK_CHARACTERS = 1 << 21;
    private static final int RECORD_STEPS = 1 << 15;
    private static final int RECORD_CHARACTERS = 1 << 19;

    private int chunkSteps = CHUNK_STEPS;
    private int chunkCharacters = CHUNK_CHARACTERS;
    private int steps;
    private int characters;

    void begin() {
        steps = RECORD_STEPS;
        characters = RECORD_CHARACTERS;
    }

    void step() throws Malformed {
        if (--steps < 0 || --chunkSteps < 0) {
            throw new Malformed("it has more parts than any real record");
        }
    }

    /** Of a text that was made, and will be written. */
    void text(int length) throws Malformed {
        characters -= length;
        chunkCharacters -= length;
        if (chunkCharacters < 0) {
            chunkSteps = 0; // the chunk's other records do not even begin
        }
        if (characters < 0 || chunkCharacters < 0) {
            throw new Malformed("it would become longer than any real record");
        }
    }
}

package io.tadoru.evtx;

import java.util.HashMap;
import java.util.Map;

/** A chunk's names of elements and attributes: each is stored where it is used first, and pointed to from then on. */
final class Names {
    private static final int HEADER = 8;
    private static final int LONGEST = 256;

    private final Bytes chunk;
    private final Effort effort;
    private final Map<Integer, String> known = new HashMap<>();

    Names(Bytes chunk, Effort effort) {
        this.chunk = chunk;
        this.effort = effort;
    }

    /** The name that the cursor's next four bytes point to; when it is stored right here, goes behind it. */
    String next(Cursor in) throws Malformed {
        int at = in.small();
        String name = at(at);
        effort.text(name.length()); // each use will be written
        if (at == in.at()) {
            in.skip(HEADER + 2 * name.length() + 2);
        }
        return name;
    }

    /** Whether a name may be pointed to from here: it stands before, or right here. */
    boolean plausible(int pointer) throws Malformed {
        long at = chunk.u32(pointer);
        return at > 0 && at <= pointer + 4L;
    }

    private String at(int at) throws Malformed {
        String name = known.get(at);
        if (name == null) {
            name = read(at);
            known.put(at, name);
        }
        return name;
    }

    private String read(int at) throws Malformed {
        int characters = chunk.u16(at + HEADER - 2);
        if (characters > LONGEST) {
            throw new Malformed("a name has " + characters + " characters");
        }
        return chunk.utf16(at + HEADER, 2 * characters);
    }
}

package io.tadoru.serve.access;

import io.tadoru.store.AccessStore.Access;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at the token of each request. */
public final class Gate {
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 200;

    /** Where what is kept of tokens is found by their id. */
    public interface Kept {
        /** What is kept, if anything. */
        Optional<Access> find(String id) throws IOException;
    }

    private final Kept kept;
    private final Clock clock;
    private final Recent recent;
    private final Refusals refusals;

    /** Remembers what was kept for a few seconds. */
    public Gate(Kept kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
        this.recent = new Recent(clock);
        this.refusals = new Refusals(clock);
    }

    /**
     * Who comes.
     *
     * @param authorization the header, null when there is none
     * @param address where the request comes from
     * @throws IOException when it cannot be known who comes: nobody is let in then
     */
    public Admission admit(@Nullable String authorization, String address) throws IOException {
        Optional<Token> token = token(authorization);
        Optional<Caller> known = token.flatMap(t -> recent.find(t.id()).flatMap(a -> caller(t, a)));
        if (known.isPresent()) {
            return new Admission.Admitted(known.get());
        }
        if (refusals.tooMany(address)) {
            return new Admission.TooMany();
        }
        return token.isPresent() ? lookedUp(token.get(), address) : refused(address);
    }

    private Admission lookedUp(Token token, String address) throws IOException {
        Optional<Access> access = kept.find(token.id());
        access.ifPresent(recent::keep);
        return access.flatMap(a -> caller(token, a))
                .<Admission>map(Admission.Admitted::new)
                .orElseGet(() -> refused(address));
    }

    private Admission refused(String address) {
        refusals.count(address);
        return new Admission.Refused();
    }

    private Optional<Caller> caller(Token token, Access access) {
        boolean good =
                token.fits(access) && !access.revoked() && clock.instant().isBefore(access.expires());
        return good
                ? AccessRole.of(access.role()).map(role -> new Caller(access.name(), role, access.expires()))
                : Optional.empty();
    }

    /** The scheme's name is written in any case (RFC 9110). */
    private static Optional<Token> token(@Nullable String authorization) {
        if (authorization == null
                || authorization.length() > LONGEST
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return Token.parse(authorization.substring(SCHEME.length()).strip());
    }
}

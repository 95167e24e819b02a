package io.tadoru.index;

import io.tadoru.event.Event;
import io.tadoru.event.Fields;
import io.tadoru.event.HostName;
import io.tadoru.event.Identity;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Says which host an event document belongs to: by its own word, else by whom its address or account stood for then. */
final class HostNamer {
    private final HostLookup lookup;

    HostNamer(HostLookup lookup) {
        this.lookup = lookup;
    }

    /** The event with {@link Fields#HOST_ID}, {@link Fields#HOST_NAME} and {@link Fields#HOST_BASIS}, if they are known. */
    Event name(Event event) {
        Optional<String> own = event.text(Fields.HOST_NAME).filter(name -> !name.isBlank());
        if (own.isPresent()) {
            return named(event, HostName.normal(own.get()), "log");
        }
        return found(event)
                .map(f -> named(event, f.host(), f.basis()).with(Fields.HOST_NAME, f.host()))
                .orElse(event);
    }

    private static Event named(Event event, String host, String basis) {
        return host.isEmpty() ? event : event.with(Fields.HOST_ID, host).with(Fields.HOST_BASIS, basis);
    }

    private Optional<HostLookup.Found> found(Event event) {
        return identities(event)
                .flatMap(i -> lookup.find(i, event.time()).stream())
                .findFirst();
    }

    private static Stream<Identity> identities(Event event) {
        return Stream.of(
                        one(event.texts(Fields.SOURCE_IP), Identity::ip),
                        one(event.texts(Fields.CLIENT_IP), Identity::ip),
                        one(event.texts(Fields.USER_NAME), Identity::user),
                        one(event.texts(Fields.EMAIL_TO), Identity::mail))
                .flatMap(Optional::stream);
    }

    /** A mail to sixty names no host. */
    private static Optional<Identity> one(List<String> texts, Function<String, Identity> identity) {
        if (texts.size() != 1 || texts.getFirst().isBlank() || texts.getFirst().endsWith("\\")) {
            return Optional.empty();
        }
        return Optional.of(identity.apply(texts.getFirst()));
    }
}

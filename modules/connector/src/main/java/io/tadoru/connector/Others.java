package io.tadoru.connector;

import java.util.List;
import java.util.Optional;

/** The connectors beside one, to which {@code use} hands a record on. */
interface Others {
    /** Of one that stands alone. */
    Others NONE = new Others() {
        @Override
        public boolean has(String id) {
            return false;
        }

        @Override
        public Optional<Connector> find(String id) {
            return Optional.empty();
        }

        @Override
        public List<Connector> knowing(String line) {
            return List.of();
        }

        @Override
        public List<String> ids() {
            return List.of();
        }
    };

    boolean has(String id);

    Optional<Connector> find(String id);

    /** Those whose {@code detect} knows the line; who reads lines of any kind is not among them. */
    List<Connector> knowing(String line);

    List<String> ids();
}

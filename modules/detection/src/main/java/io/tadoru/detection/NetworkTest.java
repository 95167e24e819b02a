package io.tadoru.detection;

/** The value is an address within. */
record NetworkTest(Network network) implements ValueTest {
    @Override
    public boolean test(String value) {
        return Address.parse(value).filter(network::contains).isPresent();
    }
}

package io.tadoru.simulator.office;

import io.tadoru.simulator.Addresses;

/** A building with its own network, gateway and firewall. */
enum Site {
    TOKYO("10.20", Addresses.PROXY),
    OSAKA("10.40", "10.40.1.80");

    private final String net;
    private final String proxy;

    Site(String net, String proxy) {
        this.net = net;
        this.proxy = proxy;
    }

    String proxy() {
        return proxy;
    }

    String net() {
        return net;
    }

    /** The nth address of the PCs. */
    String address(int index) {
        return net + "." + (30 + index / 150) + "." + (101 + index % 150);
    }

    /** Of the pool that laptops lease from. */
    String pooled(int index) {
        return net + "." + (100 + index / 200) + "." + (20 + index % 200);
    }
}

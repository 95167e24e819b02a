package io.tadoru.store;

final class RealElasticsearch {
    private RealElasticsearch() {}

    static String url() {
        return System.getProperty("tadoru.elasticsearch", "http://localhost:19311");
    }
}

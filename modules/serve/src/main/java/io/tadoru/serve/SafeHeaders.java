package io.tadoru.serve;

import io.javalin.http.Context;
import io.tadoru.serve.files.PageFiles;

/** What every answer tells a browser to refuse: log lines are hostile, and the page shows them. */
final class SafeHeaders {
    private final String policy;

    SafeHeaders(PageFiles page) {
        this.policy = "default-src 'self'; script-src 'self'" + page.scriptHashes()
                + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    void add(Context context) {
        context.header("Content-Security-Policy", policy);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("X-Frame-Options", "DENY");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Cache-Control", "no-store"); // the page's own files loosen it
    }
}

package io.tadoru.casework;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words between what a chain says, in the two languages of {@link ChainText}. */
enum ChainWords {
    EN(Locale.ENGLISH) {
        @Override
        String head() {
            return "Chain %s  %s  severity %s  (times in %s)";
        }

        @Override
        String label(String name) {
            return "  %-13s".formatted(name);
        }

        @Override
        String between() {
            return "not before %s, not after %s";
        }

        @Override
        String untold() {
            return "(no line tells)";
        }

        @Override
        String unseen() {
            return "not looked at";
        }

        @Override
        String span() {
            return "%d min %d s";
        }

        @Override
        String after(String min, String max) {
            return ", " + min + (max.isEmpty() ? "" : " (at most " + max + ")") + " after the infection";
        }

        @Override
        String contacts() {
            return "from %s on, %d log lines%s";
        }

        @Override
        String bytes() {
            return ", at least %,d bytes sent";
        }

        @Override
        String times() {
            return " (%d times)";
        }

        @Override
        String why() {
            return "      why: %s; rule: %s";
        }

        @Override
        String line() {
            return "      line: ";
        }

        @Override
        String beyond() {
            return "and %d lines more";
        }

        @Override
        List<String> sentences() {
            return List.of("sentence_en", "sentence_ja");
        }
    },
    JA(Locale.JAPANESE) {
        private static final Map<String, String> LABELS = Map.of(
                "host",
                "端末",
                "user",
                "利用者",
                "status",
                "状態",
                "infected",
                "感染",
                "quarantined",
                "隔離",
                "contacts",
                "外部通信",
                "layers",
                "各層");

        @Override
        String head() {
            return "感染経路 %s  %s  重大度 %s  （時刻は%s）";
        }

        @Override
        String label(String name) {
            return "  " + LABELS.getOrDefault(name, name) + "： ";
        }

        @Override
        String between() {
            return "%s 以降、%s まで";
        }

        @Override
        String untold() {
            return "（記録なし）";
        }

        @Override
        String unseen() {
            return "未確認";
        }

        @Override
        String span() {
            return "%d分%d秒";
        }

        @Override
        String after(String min, String max) {
            return "（感染から" + min + (max.isEmpty() ? "" : "、最長" + max) + "）";
        }

        @Override
        String contacts() {
            return "%s から、記録%d行%s";
        }

        @Override
        String bytes() {
            return "、送信 %,d バイト以上";
        }

        @Override
        String times() {
            return "（%d回）";
        }

        @Override
        String why() {
            return "      理由： %s、規則： %s";
        }

        @Override
        String line() {
            return "      記録： ";
        }

        @Override
        String beyond() {
            return "ほか%d行";
        }

        @Override
        List<String> sentences() {
            return List.of("sentence_ja");
        }
    };

    private final Locale locale;

    ChainWords(Locale locale) {
        this.locale = locale;
    }

    static ChainWords of(Locale language) {
        return language.getLanguage().equals(JA.locale.getLanguage()) ? JA : EN;
    }

    Locale locale() {
        return locale;
    }

    abstract String head();

    abstract String label(String name);

    abstract String between();

    abstract String untold();

    abstract String unseen();

    abstract String span();

    abstract String after(String min, String max);

    abstract String contacts();

    abstract String bytes();

    abstract String times();

    abstract String why();

    abstract String line();

    abstract String beyond();

    abstract List<String> sentences();
}

package io.tadoru.chain;

import io.tadoru.detection.Artifact;
import io.tadoru.detection.Mark;
import io.tadoru.detection.Stage;
import io.tadoru.event.Layer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A chain in one sentence, in English and Japanese, and what to do. Never says "through" for what is only probable. */
public record Sentence(String en, String ja) {

    static Sentence of(String host, Story story, List<Node> members, List<Evidence> evidence) {
        return infected(host, story, members, Way.of(evidence));
    }

    /** Of a host that was reached from another host of the office. */
    static Sentence entered(String host, Story story, List<Node> members, List<Evidence> evidence) {
        return infected(host, story, members, Way.fromInside(evidence));
    }

    private static Sentence infected(String host, Story story, List<Node> members, Way way) {
        String who = host
                + ChainMaker.users(members).stream()
                        .findFirst()
                        .map(u -> " (" + u + ")")
                        .orElse("");
        Range infected = story.infected();
        if (infected.notAfter() == null) {
            return nothingRan(host, who, story, members);
        }
        Optional<Instant> quarantined = story.quarantine().map(n -> n.mark().time());
        long contacts = story.contacts().stream().mapToInt(Node::count).sum();
        boolean spoke = contacts > 0;
        String en = who
                + (way.certain() ? " was infected " : " was probably infected ")
                + whenEn(infected)
                + way.en()
                + quarantined
                        .map(q -> "; EPP quarantined it " + laterEn(infected, q)
                                + (story.activeAfter(q) ? ", and something began after that" : ""))
                        .orElse("; nothing quarantined it")
                + (spoke ? "; outside contact seen in " + contacts + " log line" + (contacts == 1 ? "" : "s") : "")
                + (story.ranBeforeQuarantine()
                        ? ": assume mail and passwords taken, isolate " + host + " (UTC times)."
                        : ": examine " + host + " (UTC times).");
        String ja = who + "は" + whenJa(infected) + way.ja() + (way.certain() ? "感染" : "感染した可能性が高い")
                + quarantined
                        .map(q ->
                                "。EPPが" + laterJa(infected, q) + "に隔離" + (story.activeAfter(q) ? "したが、その後にも活動あり" : ""))
                        .orElse("。隔離の記録なし")
                + (spoke ? "。外部との通信の記録" + contacts + "行" : "")
                + (story.ranBeforeQuarantine()
                        ? "。メールとパスワードは窃取されたものとみなし、" + host + "をネットワークから切り離すこと（時刻はUTC）。"
                        : "。" + host + "を調査すること（時刻はUTC）。");
        return new Sentence(en, ja);
    }

    /** Something was called bad, but no line shows it running: that is no infection. */
    private static Sentence nothingRan(String host, String who, Story story, List<Node> members) {
        Instant at = members.get(0).mark().time();
        String when = at.atOffset(ZoneOffset.UTC).toLocalDate() + " " + Words.clock(at);
        boolean held = story.quarantine().isPresent();
        return new Sentence(
                who + ": EPP found a threat on " + when + (held ? " and quarantined it" : "; nothing quarantined it")
                        + "; no line shows it running: examine " + host + " (UTC times).",
                who + "：" + when + "にEPPが脅威を検知" + (held ? "し隔離" : "。隔離の記録なし") + "。実行の記録なし。" + host
                        + "を調査すること（時刻はUTC）。");
    }

    static Sentence refused(String host, List<Node> day) {
        int lines = day.stream().mapToInt(Node::count).sum();
        LocalDate date = day.get(0).mark().time().atOffset(ZoneOffset.UTC).toLocalDate();
        return new Sentence(
                host + ": " + lines + " attempt" + (lines == 1 ? "" : "s") + " refused on " + date
                        + " (UTC); nothing is known to have run.",
                host + "：" + date + "（UTC）に" + lines + "件を遮断。実行の記録なし。");
    }

    /** A stranger with the account's password; whether he got in is said as far as lines show it. */
    static Sentence misused(String host, boolean used, List<Node> members) {
        String who = host.startsWith("user:") ? host.substring("user:".length()) : host;
        int lines = lines(members);
        String when = date(members) + " " + Words.clock(members.get(0).mark().time());
        return new Sentence(
                "Account " + who + (used ? " was entered by a stranger" : ": a stranger tried passwords") + " on "
                        + when
                        + ", " + plural(lines, "log line")
                        + "; no host is known to be infected: change the password, end its"
                        + " sessions, look at what it did since (UTC times).",
                "アカウント" + who + "：" + when + (used ? "に第三者がログイン" : "に第三者がパスワードを試行") + "（記録" + lines
                        + "行）。感染した端末は確認されていない。パスワードを変更し、セッションを切り、以後の操作を調べること（時刻はUTC）。");
    }

    /** Mail in our people's names: somebody's mailbox was read, ours or a partner's. */
    static Sentence impersonated(String host, List<Node> members) {
        int lines = lines(members);
        String when = date(members) + " " + Words.clock(members.get(0).mark().time());
        return new Sentence(
                host + ": mail in our people's names arrived from outside on " + when + ", " + plural(lines, "log line")
                        + "; the conversation was read on one of its ends, ours or a partner's; nothing shows this host"
                        + " infected: warn the recipients, look at the mailboxes named (UTC times).",
                host + "：" + when + "に社員を装ったメールが外部から到着（記録" + lines
                        + "行）。会話は当社か取引先のいずれかで盗み見られたもの。この端末の感染は確認されていない。受信者に警告し、名前の出たメールボックスを調べること（時刻はUTC）。");
    }

    private static int lines(List<Node> members) {
        return members.stream().mapToInt(Node::count).sum();
    }

    private static LocalDate date(List<Node> members) {
        return members.get(0).mark().time().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static String plural(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** By what it came in, and how sure that is. */
    private record Way(boolean certain, String en, String ja) {
        static Way of(List<Evidence> evidence) {
            List<Evidence> mails = evidence.stream()
                    .filter(e -> e.mark().layer() == Layer.MAIL)
                    .toList();
            List<Evidence> tied = mails.stream().filter(Evidence::tied).toList();
            if (!tied.isEmpty()) {
                String file = file(tied).orElse("an attachment");
                return new Way(
                        true,
                        " through " + file + " from mail " + message(tied),
                        "、メール" + message(tied) + "の" + file(tied).orElse("添付ファイル") + "により");
            }
            if (!mails.isEmpty()) {
                // In order of time, and all before what they may have led to.
                List<Evidence> nearest = mails.subList(mails.size() - 1, mails.size());
                return new Way(
                        false,
                        ", probably through one of " + mails.size() + " deliver" + (mails.size() == 1 ? "y" : "ies")
                                + ", the nearest " + file(nearest).orElse("an attachment") + " from mail "
                                + message(nearest),
                        "、おそらく" + mails.size() + "件の配信のいずれか（最も近いもの："
                                + file(nearest).orElse("添付ファイル") + "）により");
            }
            return new Way(false, ", the way in is not known", "、侵入経路不明のまま");
        }

        /** The line of the entry itself is recorded on this host; from which host is told by its text. */
        static Way fromInside(List<Evidence> evidence) {
            boolean recorded = evidence.stream().anyMatch(e -> e.mark().stage() == Stage.LATERAL_MOVEMENT);
            return new Way(recorded, " from another host of the office", "、社内の別の端末から");
        }

        private static Optional<String> file(List<Evidence> mails) {
            return value(mails, Artifact.Type.FILE_NAME);
        }

        private static String message(List<Evidence> mails) {
            return value(mails, Artifact.Type.MESSAGE).orElse("(no id)");
        }

        private static Optional<String> value(List<Evidence> mails, Artifact.Type type) {
            Stream<Mark> marks = mails.stream().map(Evidence::mark);
            return marks.flatMap(m -> m.artifacts().stream())
                    .filter(a -> a.type() == type)
                    .map(Artifact::value)
                    .findFirst();
        }
    }

    private static String whenEn(Range r) {
        if (r.notAfter() == null) {
            return "at an unknown time";
        }
        String day = "on " + r.notAfter().atOffset(ZoneOffset.UTC).toLocalDate() + " ";
        return r.notBefore() == null
                ? day + "before " + Words.clock(r.notAfter())
                : day + "between " + Words.clock(r.notBefore()) + " and " + Words.clock(r.notAfter());
    }

    private static String whenJa(Range r) {
        if (r.notAfter() == null) {
            return "時刻不明";
        }
        String day = r.notAfter().atOffset(ZoneOffset.UTC).toLocalDate() + " ";
        return r.notBefore() == null
                ? day + Words.clock(r.notAfter()) + "以前に"
                : day + Words.clock(r.notBefore()) + "から" + Words.clock(r.notAfter()) + "の間に";
    }

    private static String laterEn(Range infected, Instant quarantined) {
        return infected.notAfter() == null ? "at " + Words.clock(quarantined) : span(infected, quarantined) + " later";
    }

    /** One figure where the bounds lie within a minute, else both. */
    private static String span(Range infected, Instant quarantined) {
        Duration min = shortest(infected, quarantined);
        Duration max = longest(infected, quarantined);
        return max.minus(min).toSeconds() <= 60
                ? Words.apart(min)
                : "between " + Words.apart(min) + " and " + Words.apart(max);
    }

    private static String laterJa(Range infected, Instant quarantined) {
        if (infected.notAfter() == null) {
            return Words.clock(quarantined);
        }
        Duration min = shortest(infected, quarantined);
        Duration max = longest(infected, quarantined);
        return (max.minus(min).toSeconds() <= 60 ? Words.apartJa(min) : Words.apartJa(min) + "から" + Words.apartJa(max))
                + "後";
    }

    private static Duration shortest(Range infected, Instant quarantined) {
        Instant after = infected.notAfter();
        return after == null ? Duration.ZERO : Duration.between(after, quarantined);
    }

    private static Duration longest(Range infected, Instant quarantined) {
        Instant before = infected.notBefore();
        return before == null ? shortest(infected, quarantined) : Duration.between(before, quarantined);
    }
}

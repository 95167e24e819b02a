package io.tadoru.connector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Which field a vendor's name is probably for: told by the name, and refused when a value of it has not the form. */
final class FieldGuess {
    private static final Map<String, List<String>> NAMES = names();

    private FieldGuess() {}

    private static Map<String, List<String>> names() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        put(
                names,
                "source.ip",
                "src srcip sip source sourceip sourceaddress clientip client cip ip remoteip ipaddress srcaddr fromip 送信元ip ipアドレス クライアントip");
        put(names, "source.port", "spt sport srcport sourceport clientport cport");
        put(
                names,
                "destination.ip",
                "dst dstip dip destination destip destinationip destinationaddress serverip sip serveraddr dstaddr toip 宛先ip");
        put(names, "destination.port", "dpt dport dstport destport destinationport serverport sport port");
        put(names, "destination.domain", "dhost dsthost desthost destinationhost hostheader cshost");
        put(
                names,
                "host.name",
                "host hostname computer computername machine machinename device devicename endpoint pc shost dvchost コンピュータ名 端末名");
        put(names, "source.mac", "mac srcmac macaddress smac macaddr");
        put(
                names,
                "user.account",
                "user username usrname suser account accountname login logonuser csusername srcuser principal ユーザー名 ユーザ名");
        put(names, "url.original", "url uri request requesturl csuri link");
        put(names, "http.request.method", "method httpmethod csmethod requestmethod");
        put(names, "http.response.status_code", "status statuscode httpstatus scstatus responsecode");
        put(names, "user_agent.original", "useragent csuseragent agent ua");
        put(names, "source.bytes", "sentbyte sentbytes bytesout out bytessent csbytes upload");
        put(names, "destination.bytes", "rcvdbyte rcvdbytes bytesin in bytesreceived scbytes download");
        put(names, "network.transport", "proto protocol transport");
        put(names, "rule.name", "rule rulename policy policyname 規則 ポリシー名");
        put(
                names,
                "tadoru.threat.name",
                "virus virusname threat threatname malware malwarename signature detection ウイルス名 脅威名 検出名");
        put(names, "file.path", "filepath path fullpath ファイルパス");
        put(names, "file.name", "file filename fname ファイル名");
        put(names, "file.hash", "hash md5 sha1 sha256 filehash checksum");
        put(names, "process.executable", "process image processpath exe");
        put(names, "process.command_line", "commandline cmdline");
        put(names, "email.from.address", "from sender mailfrom envelopefrom 差出人");
        put(names, "email.to.address", "to recipient rcpt rcptto mailto 宛先");
        put(names, "email.subject", "subject 件名");
        put(names, "email.message_id", "messageid msgid");
        put(names, "dns.question.name", "query qname queryname");
        put(names, "event.action", "action act verdict result disposition status 処理 アクション");
        put(names, "event.code", "eventid id logid msgid signatureid code");
        put(names, "message", "message msg description rest メッセージ");
        return names;
    }

    private static void put(Map<String, List<String>> names, String field, String words) {
        names.put(field, List.of(words.split(" ")));
    }

    /** The fields' sources: field to vendor's name, for the names that were read with these values. */
    static Map<String, String> of(Map<String, List<String>> read) {
        Map<String, String> map = new LinkedHashMap<>();
        time(read).ifPresent(name -> map.put("@timestamp", name));
        NAMES.forEach((field, words) -> words.stream()
                .flatMap(word -> read.keySet().stream().filter(name -> isCalled(name, word)))
                .filter(name -> !map.containsValue(name) && fits(field, read.getOrDefault(name, List.of())))
                .findFirst()
                .ifPresent(name -> map.put(field, name)));
        addresses(read, map);
        return map;
    }

    /** Addresses whose names tell nothing: the first is mostly the client's, the second the server's. */
    private static void addresses(Map<String, List<String>> read, Map<String, String> map) {
        for (String name : read.keySet()) {
            String field = map.containsKey("source.ip") ? "destination.ip" : "source.ip";
            if (!map.containsKey(field)
                    && !map.containsValue(name)
                    && fits(field, read.getOrDefault(name, List.of()))) {
                map.put(field, name);
            }
        }
    }

    /** As a whole, or by what stands after its last dot. */
    private static boolean isCalled(String name, String word) {
        return plain(name).equals(word)
                || plain(name.substring(name.lastIndexOf('.') + 1)).equals(word);
    }

    /** Without case and signs. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Optional<String> time(Map<String, List<String>> read) {
        Predicate<String> named = name -> plain(name).matches(".*(time|date|stamp|日時|時刻|rt|when).*");
        return first(read, named)
                .or(() -> first(read, name -> true)
                        .filter(name ->
                                read.getOrDefault(name, List.of()).stream().allMatch(v -> v.length() >= 10)))
                .or(() -> together(read));
    }

    private static Optional<String> first(Map<String, List<String>> read, Predicate<String> named) {
        return read.keySet().stream()
                .filter(named)
                .filter(name -> read.getOrDefault(name, List.of()).stream().allMatch(FieldGuess::isTime))
                .findFirst();
    }

    /** A date and a time beside each other. */
    private static Optional<String> together(Map<String, List<String>> read) {
        List<String> names = List.copyOf(read.keySet());
        for (int i = 0; i + 1 < names.size(); i++) {
            List<String> dates = read.getOrDefault(names.get(i), List.of("x"));
            List<String> times = read.getOrDefault(names.get(i + 1), List.of("x"));
            if (!dates.isEmpty() && !times.isEmpty() && isTime(dates.get(0) + " " + times.get(0))) {
                return Optional.of("%{" + names.get(i) + "} %{" + names.get(i + 1) + "}");
            }
        }
        return Optional.empty();
    }

    private static boolean isTime(String value) {
        return Times.usual(value, ReadSettings.USUAL) != null && !value.matches("\\d{1,8}(\\.\\d+)?");
    }

    private static boolean fits(String field, List<String> values) {
        return !values.isEmpty() && values.stream().allMatch(value -> fits(field, value));
    }

    private static boolean fits(String field, String value) {
        if (field.endsWith(".ip")) {
            return Address.canonical(value) != null;
        }
        if (field.endsWith(".port") || field.endsWith(".bytes") || field.endsWith("status_code")) {
            return Numbers.whole(value) != null;
        }
        if (field.endsWith(".address")) {
            return value.indexOf('@') > 0;
        }
        return !field.endsWith(".mac") || Numbers.mac(value) != null;
    }
}

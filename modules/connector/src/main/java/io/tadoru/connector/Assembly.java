package io.tadoru.connector;

import io.tadoru.event.Event;
import io.tadoru.event.Fields;
import io.tadoru.event.Observation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what is told in several lines, such as a mail's by its queue id or a session's opening and closing: a line
 * gets the fields that it has not itself. A function of the set of lines, whatever their order of arrival: the stream and
 * the batch walk both use it. An instance takes lines in the order of their places, and holds those of one thing.
 */
public final class Assembly {
    /** No more lines of one thing are looked at, the earliest; those after them stand as they are. */
    public static final int MOST = 100;
    /** More values or longer ones are not handed on: they would multiply. */
    private static final int MAX_VALUES = 100;

    private static final int MAX_CHARS = 8_000;

    private final List<Member> heads = new ArrayList<>();
    private @Nullable Member last;

    /**
     * A line that has met the others of one of its parts.
     *
     * @param member as it came
     * @param event as it is now
     */
    public record Completed(Member member, Event event) {
        /** What is left to do for it. */
        public Member next() {
            List<Part> parts = member.parts();
            return new Member(event, parts.subList(1, parts.size()));
        }

        /** What is seen in the event now. */
        public List<Observation> observations() {
            return Sight.all(member.part().sights(), event);
        }
    }

    /** Takes all of them through all of their parts, in memory; by the events' ids. */
    public static Map<String, Completed> throughout(Collection<Member> members) {
        TreeMap<String, Member> waiting = new TreeMap<>();
        Map<String, Completed> done = new HashMap<>();
        members.forEach(member -> wait(member, waiting));
        while (!waiting.isEmpty()) {
            complete(firstStage(waiting)).forEach(completed -> {
                done.put(completed.event().id(), completed);
                wait(completed.next(), waiting);
            });
        }
        return done;
    }

    private static void wait(Member member, Map<String, Member> waiting) {
        if (!member.isDone()) {
            waiting.put(member.place(), member);
        }
    }

    private static List<Member> firstStage(SortedMap<String, Member> waiting) {
        char stage = waiting.firstKey().charAt(0);
        Map<String, Member> first = waiting.headMap(String.valueOf((char) (stage + 1)));
        List<Member> members = List.copyOf(first.values());
        first.clear();
        return members;
    }

    /** All of one key or of several, in the order of their places. */
    public static List<Completed> complete(List<Member> members) {
        Assembly assembly = new Assembly();
        List<Completed> all = new ArrayList<>();
        members.forEach(member -> all.addAll(assembly.next(member)));
        all.addAll(assembly.end());
        return all;
    }

    /** Takes the next in the order of their places, and gives those that are complete with it. */
    public List<Completed> next(Member member) {
        List<Completed> before = last == null || !continues(last, member) ? end() : List.of();
        last = member;
        if (heads.size() == MOST) {
            return List.of(new Completed(member, member.event()));
        }
        heads.add(member);
        return before;
    }

    /** Those that no later one has completed. */
    public List<Completed> end() {
        List<Completed> all = heads.isEmpty() ? List.of() : together(List.copyOf(heads));
        heads.clear();
        last = null;
        return all;
    }

    /** Whether a line may be of the same thing as one before it. */
    public static boolean continues(Member one, Member later) {
        Duration apart = Duration.between(one.event().time(), later.event().time());
        return one.part().key().equals(later.part().key())
                && apart.compareTo(later.part().within()) <= 0;
    }

    private static List<Completed> together(List<Member> heads) {
        Map<String, Object> told = told(heads);
        return heads.stream()
                .map(member -> new Completed(member, member.part().gets() ? with(member, told) : member.event()))
                .toList();
    }

    /** Of a field with one value the earliest, of a list all. */
    private static Map<String, Object> told(List<Member> heads) {
        Map<String, Object> told = new LinkedHashMap<>();
        for (String field : heads.getFirst().part().share()) {
            Set<Object> values = new LinkedHashSet<>();
            for (Member member : heads) {
                Object value = member.event().get(field);
                if (value != null && (values.isEmpty() || EcsFields.isList(field))) {
                    values.addAll(Source.list(value));
                }
            }
            if (!values.isEmpty() && fits(values)) {
                told.put(field, EcsFields.isList(field) ? List.copyOf(values) : shaped(values));
            }
        }
        return told;
    }

    private static Object shaped(Set<Object> values) {
        return values.size() == 1 ? values.iterator().next() : List.copyOf(values);
    }

    private static boolean fits(Set<Object> values) {
        return values.size() <= MAX_VALUES
                && values.stream().mapToInt(v -> v.toString().length()).sum() <= MAX_CHARS;
    }

    private static Event with(Member member, Map<String, Object> told) {
        Map<String, Object> fields = new LinkedHashMap<>(member.event().fields());
        Set<Object> gained = new LinkedHashSet<>(Source.list(fields.getOrDefault(Fields.ASSEMBLED, List.of())));
        told.forEach((field, value) -> {
            if (fields.putIfAbsent(field, value) == null) {
                gained.add(field);
            }
        });
        if (gained.isEmpty()) {
            return member.event();
        }
        fields.put(Fields.ASSEMBLED, List.copyOf(gained));
        return Event.of(fields);
    }
}

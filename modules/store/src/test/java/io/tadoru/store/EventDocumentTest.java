package io.tadoru.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Event;
import io.tadoru.event.EventJson;
import io.tadoru.event.Fields;
import io.tadoru.event.Json;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EventDocumentTest {
    @Test
    void everyNameThatCodeRefersToIsMapped() {
        var names = Arrays.stream(Fields.class.getFields()).map(EventDocumentTest::value);
        assertThat(Template.EVENTS.fields()).containsAll(names.toList());
    }

    private static String value(Field field) {
        try {
            return (String) Objects.requireNonNull(field.get(null));
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void noMappedNameIsBothAFieldAndAnObject() {
        for (Template template : Template.ALL) {
            assertThat(template.fields())
                    .noneMatch(name -> template.fields().stream().anyMatch(other -> other.startsWith(name + ".")));
        }
    }

    @Test
    void knownFieldsStayAsTheyAre() {
        var event = event(Map.of("source.ip", "10.20.30.142", "user.name", List.of("taro", "hanako")));
        assertThat(written(event)).isEqualTo(event.fields());
    }

    @Test
    void aFieldTheTemplateDoesNotKnowMovesToTheVendorsField() {
        var event = event(Map.of("file.colour", "red", Fields.VENDOR, Map.of("policyid", 7)));
        var written = written(event);
        assertThat(written).doesNotContainKey("file.colour");
        assertThat(vendor(written)).containsEntry("file.colour", "red").containsEntry("policyid", 7L);
    }

    @Test
    void aKnownNameWithAnObjectInItMovesToo() {
        var written = written(event(Map.of("user.name", List.of(Map.of("first", "taro")), "source", "10.20.30.142")));
        assertThat(vendor(written)).containsOnlyKeys("user.name", "source");
    }

    @Test
    void whatTheVendorNestsTooDeepBecomesText() {
        Object deep = "bottom";
        for (int i = 0; i < 30; i++) {
            deep = Map.of("d", deep);
        }
        assertThat(depth(vendor(written(event(Map.of(Fields.VENDOR, deep)))))).isLessThan(15);
    }

    @Test
    void namesThatElasticsearchWouldRefuseAreChanged() {
        var vendor = vendor(written(event(Map.of("a\0b", 1, "", 2, "x".repeat(50_000), 3))));
        assertThat(vendor).containsEntry("a_b", 1L).containsEntry("_", 2L);
        assertThat(vendor.keySet()).allMatch(key -> key.length() <= 256);
    }

    private static int depth(Object value) {
        return value instanceof Map<?, ?> map
                ? 1
                        + map.values().stream()
                                .mapToInt(EventDocumentTest::depth)
                                .max()
                                .orElse(0)
                : 0;
    }

    private static Event event(Map<String, ?> fields) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put(Fields.TIMESTAMP, "2022-02-26T01:02:15.200Z");
        return Event.of(all);
    }

    private static Map<String, Object> written(Event event) {
        byte[] json = Objects.requireNonNull(
                EventDocument.of(event, "id", "tadoru-events-x", 1).json());
        return EventJson.decode(json).fields();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> vendor(Map<String, Object> written) {
        Object vendor = written.get(Fields.VENDOR);
        return (Map<String, Object>) Json.MAPPER.convertValue(vendor, Map.class);
    }
}

package io.tadoru.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Reject;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {
    @Test
    void kafkaStreamsAcceptsThem() {
        var config = new StreamsConfig(StreamsSettings.of("tadoru-test", Settings.defaults()));

        assertThat(config.getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG)).isEqualTo("exactly_once_v2");
        assertThat(config.getMainConsumerConfigs("group", "client", 0))
                .containsEntry("session.timeout.ms", 6000)
                .containsEntry("isolation.level", "read_committed");
        assertThat(config.getProducerConfigs("client")).containsEntry("max.request.size", 4_194_304);
    }

    @Test
    void aTombstoneStaysATombstone() {
        Serde<Reject> serde = JsonSerde.of(Reject.class);

        assertThat(serde.serializer().serialize("topic", null)).isNull();
        assertThat(serde.deserializer().deserialize("topic", null)).isNull();
    }
}

package io.tadoru.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void aCutNeverLeavesHalfACharacter() {
        String text = "ab\uD842\uDFB7";

        assertThat(Excerpt.cut(text, 3)).isEqualTo("ab");
        assertThat(Excerpt.cut(text, 4)).isEqualTo(text);
    }
}

package ews.detection.suggestion;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import ews.detection.past.RocArea;
import ews.detection.past.RocGain;
import ews.detection.suggestion.Learning.Learned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the past says about the weights of a profile. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Finding.TooFew.class, name = "too-few"),
    @JsonSubTypes.Type(value = Finding.Nothing.class, name = "nothing"),
    @JsonSubTypes.Type(value = Finding.Weights.class, name = "weights")
})
public sealed interface Finding {

    Span training();

    Span judged();

    /**
     * Not enough cancellations yet.
     *
     * @param trainingNeeded cancellations that there must be to learn from
     * @param judgedNeeded cancellations that there must be to judge by
     */
    record TooFew(Span training, int trainingNeeded, Span judged, int judgedNeeded) implements Finding {}

    /** No indicator of the profile was worse before cancellations. */
    record Nothing(Span training, Span judged) implements Finding {}

    /**
     * Weights, and how well they would have done on later cancellations than those they were learned from.
     *
     * @param learned one for each indicator of the profile
     * @param now how well the current weights did
     * @param gain over the current weights, on the same looks; {@code null} if nobody stayed to compare with
     */
    record Weights(
            Span training,
            Span judged,
            List<Learned> learned,
            @Nullable RocArea now,
            @Nullable RocArea suggested,
            @Nullable RocGain gain)
            implements Finding {

        public Weights {
            learned = List.copyOf(learned);
        }

        /** For the indicators in their order. */
        public List<Integer> weights() {
            return learned.stream().map(Learned::weight).toList();
        }
    }
}

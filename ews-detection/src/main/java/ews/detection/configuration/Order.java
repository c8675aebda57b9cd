package ews.detection.configuration;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which of a list's items must move to come into another order: as few as possible. */
final class Order {

    private Order() {}

    /** @param after the same items as {@code before} */
    static Set<String> moved(List<String> before, List<String> after) {
        int size = after.size();
        int[] places = after.stream().mapToInt(before::indexOf).toArray();
        // The longest run of items that keep their order may stay, the others move.
        int[] length = new int[size];
        int[] previous = new int[size];
        int last = -1;
        for (int i = 0; i < size; i++) {
            length[i] = 1;
            previous[i] = -1;
            for (int j = 0; j < i; j++) {
                if (places[j] < places[i] && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            last = last < 0 || length[i] > length[last] ? i : last;
        }
        Set<String> moved = new HashSet<>(after);
        for (int i = last; i >= 0; i = previous[i]) {
            moved.remove(after.get(i));
        }
        return moved;
    }
}

package ews.sensors.intake;

import java.util.List;

/**
 * What a batch says of people, in sources where some events name a person and others tell to which account that person
 * belongs.
 *
 * @param unplaced events whose account has to be found
 */
public record People(List<Unplaced> unplaced, List<Belonging> belongings, List<SamePerson> same) {

    public static final People NONE = new People(List.of(), List.of(), List.of());

    public boolean isEmpty() {
        return unplaced.isEmpty() && belongings.isEmpty() && same.isEmpty();
    }
}

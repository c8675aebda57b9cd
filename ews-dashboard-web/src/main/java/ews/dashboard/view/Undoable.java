package ews.dashboard.view;

import java.util.List;

/** What a button beside a message takes back. A page finds it under the name {@value #NAME}. */
public interface Undoable {

    String NAME = "undo";

    /** Where it is taken back. */
    String path();

    /** What the form sends. */
    List<Field> fields();

    /** One of them. */
    record Field(String name, String value) {}
}

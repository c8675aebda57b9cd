package ews.domain.erasure;

import java.util.List;

/** Where one module keeps texts in which a person may be named. */
public interface Traces {

    /** Each is searched when a person is erased. */
    List<TextColumn> texts();
}

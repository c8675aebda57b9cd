package ews.plays.watchlist;

/** Which watch list is meant, of whatever kind; one text names each, in addresses and in reviews. */
public sealed interface ListKey {

    /** What the text of a saved filter begins with; no list that people keep has a key like that. */
    String SAVED = "saved-";

    String text();

    /** A list that fills itself. */
    record BuiltIn(BuiltInList list) implements ListKey {

        @Override
        public String text() {
            return list.key();
        }
    }

    /** A list on which people and plays put accounts. */
    record Kept(String key) implements ListKey {

        @Override
        public String text() {
            return key;
        }
    }

    /** A view of the portfolio that somebody saved. */
    record Saved(FilterId filter) implements ListKey {

        @Override
        public String text() {
            return SAVED + filter;
        }
    }

    /** Whether there is such a list is not looked at. */
    static ListKey of(String text) {
        if (text.matches(SAVED + "[0-9]{1,18}")) {
            return new Saved(new FilterId(Long.parseLong(text.substring(SAVED.length()))));
        }
        return BuiltInList.withKey(text).<ListKey>map(BuiltIn::new).orElseGet(() -> new Kept(text));
    }
}

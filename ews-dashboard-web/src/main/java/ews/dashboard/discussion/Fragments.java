package ews.dashboard.discussion;

import ews.plays.discussion.Mentions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts a plain text into what is shown as it is, what leads somewhere, and who is mentioned. */
final class Fragments {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);

    /** What ends a sentence rather than an address. */
    private static final Pattern END = Pattern.compile("[.,;:!?')\\]]+$");

    private Fragments() {}

    /**
     * A piece of the text.
     *
     * @param href where it leads; {@code null} if nowhere
     */
    record Fragment(String text, @Nullable String href, boolean mention) {}

    /** One after the other, they are the text. */
    static List<Fragment> of(String text, Mentions mentions) {
        var fragments = new ArrayList<Fragment>();
        int place = 0;
        Matcher address = ADDRESS.matcher(text);
        while (address.find()) {
            String href = END.matcher(address.group()).replaceFirst("");
            mentions(text.substring(place, address.start()), mentions, fragments);
            fragments.add(new Fragment(href, href, false));
            place = address.start() + href.length();
        }
        mentions(text.substring(place), mentions, fragments);
        return List.copyOf(fragments);
    }

    private static void mentions(String text, Mentions mentions, List<Fragment> fragments) {
        int place = 0;
        for (Mentions.Mention mention : mentions.in(text)) {
            plain(text.substring(place, mention.start()), fragments);
            fragments.add(new Fragment(text.substring(mention.start(), mention.end()), null, true));
            place = mention.end();
        }
        plain(text.substring(place), fragments);
    }

    private static void plain(String text, List<Fragment> fragments) {
        if (!text.isEmpty()) {
            fragments.add(new Fragment(text, null, false));
        }
    }
}

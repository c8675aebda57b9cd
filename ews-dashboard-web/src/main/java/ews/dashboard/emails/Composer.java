package ews.dashboard.emails;

import ews.plays.email.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which an email is written.
 *
 * @param letter how it reads so far
 * @param obstacle why nothing can be sent at present; {@code null} if it can
 */
record Composer(
        Occasion about,
        EmailForm form,
        Receivers receivers,
        List<Template> templates,
        Letter letter,
        @Nullable String obstacle) {}

package ews.dashboard.api;

import static java.util.stream.Collectors.joining;

import ews.domain.account.Accounts;
import ews.domain.member.Members;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * The query parameters of one request. An unknown or repeated one is an error, so that a typo never silently widens a
 * list; an empty one counts as not given.
 */
final class Parameters {

    static final int DEFAULT_LIMIT = 100;
    static final int MOST = 1000;

    private final HttpServletRequest request;

    /** @param known the names that the route understands */
    Parameters(HttpServletRequest request, String... known) {
        List<String> names = Arrays.asList(known);
        request.getParameterMap().forEach((name, values) -> {
            if (!names.contains(name)) {
                throw Problem.badRequest(
                        "There is no parameter \"%s\" here; use %s.".formatted(name, String.join(", ", names)));
            }
            if (values.length > 1) {
                throw Problem.badRequest("The parameter %s may be given once.".formatted(name));
            }
        });
        this.request = request;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(StringUtils::hasText);
    }

    Optional<Long> id(String name) {
        return text(name).map(value -> {
            if (!value.matches("[0-9]{1,18}")) {
                throw Problem.badRequest("%s must be an id, a whole number; got \"%s\".".formatted(name, value));
            }
            return Long.parseLong(value);
        });
    }

    Optional<String> oneOf(String name, List<String> values) {
        Optional<String> value = text(name);
        value.filter(it -> !values.contains(it)).ifPresent(it -> {
            throw Problem.badRequest("%s must be %s; got \"%s\"."
                    .formatted(name, values.stream().collect(joining(", ")).replaceFirst(", ([^,]*)$", " or $1"), it));
        });
        return value;
    }

    Optional<LocalDate> day(String name) {
        return text(name).map(value -> {
            try {
                return parseDay(value);
            } catch (DateTimeParseException e) {
                throw Problem.badRequest(
                        "%s must be a day as YYYY-MM-DD, like 2026-09-30; got \"%s\".".formatted(name, value));
            }
        });
    }

    /** The day {@code asOf}, today if not given; never one to come. */
    LocalDate past(LocalDate today) {
        LocalDate asOf = day("asOf").orElse(today);
        if (asOf.isAfter(today)) {
            throw Problem.badRequest("asOf must not be after today, %s; got %s.".formatted(today, asOf));
        }
        return asOf;
    }

    /** The key in the address, or else in the parameter {@code account}, which can carry every key. */
    String accountKey(@Nullable String inPath) {
        return inPath != null
                ? inPath
                : text("account")
                        .orElseThrow(() -> Problem.badRequest("account: is missing; give the key of the account."));
    }

    /** @throws DateTimeParseException if it is none, or one that no calendar has: years have four digits */
    static LocalDate parseDay(String text) {
        if (text.length() != "YYYY-MM-DD".length()) {
            throw new DateTimeParseException("A day has ten characters", text, 0);
        }
        return LocalDate.parse(text);
    }

    /** A member's e-mail address, as we write it. */
    Optional<String> member(String name, Members members) {
        return text(name)
                .map(email -> members.withEmail(email)
                        .orElseThrow(() -> Problem.badRequest(
                                "%s must be the e-mail address of a member; there is none with \"%s\"."
                                        .formatted(name, email)))
                        .email());
    }

    /** The id of the account whose key is given. */
    Optional<Long> account(Accounts accounts) {
        return text("account")
                .map(key -> accounts.withKey(key)
                        .orElseThrow(() -> Problem.noAccount(key))
                        .id()
                        .value());
    }

    /** How many rows a page has: {@value #DEFAULT_LIMIT} unless asked for otherwise. */
    int limit() {
        return text("limit")
                .map(value -> {
                    if (!value.matches("[0-9]{1,4}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > MOST) {
                        throw Problem.badRequest("limit must be 1 to %d; got \"%s\".".formatted(MOST, value));
                    }
                    return Integer.parseInt(value);
                })
                .orElse(DEFAULT_LIMIT);
    }

    Optional<Cursor> cursor(int parts) {
        return text("cursor").map(value -> Cursor.parse(value, parts));
    }
}

package ews.plays.channel;

import ews.plays.outbox.Delivery;
import jakarta.mail.MessagingException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** Tells what will never work, such as a receiver that there is not, from what may work later. */
final class MailFailure {

    private MailFailure() {}

    static Delivery of(MailException failure) {
        Set<Throwable> causes = causes(failure);
        for (Throwable cause : causes) {
            if (cause instanceof SMTPAddressFailedException address && isPermanent(address.getReturnCode())) {
                return new Delivery.Refused("The mail server refuses the receiver: " + Reason.of(address));
            }
            if (cause instanceof SMTPSendFailedException content && isAboutContent(content)) {
                return new Delivery.Refused("The mail server refuses the message: " + Reason.of(content));
            }
        }
        return new Delivery.TryLater("The mail server did not take it: " + Reason.of(deepest(causes, failure)));
    }

    private static boolean isPermanent(int code) {
        return code >= 500 && code < 600;
    }

    /** Not about who sends: signing in, for example, is put right in the configuration. */
    private static boolean isAboutContent(SMTPSendFailedException failure) {
        return failure.getReturnCode() == 552 || failure.getReturnCode() == 554;
    }

    /** Mail's exceptions hang together in three ways. */
    private static Set<Throwable> causes(@Nullable Throwable failure) {
        var all = new LinkedHashSet<Throwable>();
        gather(failure, all);
        return all;
    }

    private static void gather(@Nullable Throwable failure, Set<Throwable> all) {
        if (failure == null || !all.add(failure)) {
            return;
        }
        gather(failure.getCause(), all);
        if (failure instanceof MessagingException mail) {
            gather(mail.getNextException(), all);
        }
        if (failure instanceof MailSendException send) {
            for (Exception each : send.getMessageExceptions()) {
                gather(each, all);
            }
        }
    }

    private static Throwable deepest(Set<Throwable> causes, Throwable otherwise) {
        return causes.stream().reduce(otherwise, (_, next) -> next);
    }
}

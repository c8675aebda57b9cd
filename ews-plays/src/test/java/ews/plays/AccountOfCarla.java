package ews.plays;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What most tests start from: Acme, an account whose CSM is Carla; it is she who acts. */
@SpringBootTest
public abstract class AccountOfCarla {

    @Autowired
    protected Given given;

    protected Member csm;
    protected Actor actor;
    protected AccountId account;

    @BeforeEach
    void acmeOfCarla() {
        given.nothing();
        csm = given.member("Carla", Role.CSM);
        actor = Actor.of(csm);
        account = given.account("Acme", csm);
    }
}

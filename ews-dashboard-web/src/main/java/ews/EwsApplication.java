package ews;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The Customer Success Early Warning System, in one process. */
@Modulithic(systemName = "EWS")
@SpringBootApplication
public class EwsApplication {

    public static void main(String[] arguments) {
        StopWithParent.ifAsked();
        SpringApplication.run(EwsApplication.class, arguments);
    }
}

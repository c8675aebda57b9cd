package ews.domain.fact;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication(scanBasePackages = "ews.domain")
class TestApplication {}

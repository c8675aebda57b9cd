package ews.sensors;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication(scanBasePackages = {"ews.domain", "ews.sensors"})
class TestApplication {}

package ews.dashboard.sample;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication(
        scanBasePackages = {"ews.domain", "ews.sensors", "ews.detection", "ews.plays", "ews.dashboard.sample"})
class TestApplication {}

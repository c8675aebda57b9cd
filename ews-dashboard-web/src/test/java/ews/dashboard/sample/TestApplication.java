package ews.dashboard.sample;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication(scanBasePackages = {"ews.domain", "ews.sensors", "ews.detection", "ews.dashboard.sample"})
class TestApplication {}

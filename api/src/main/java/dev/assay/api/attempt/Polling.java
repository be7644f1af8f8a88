package dev.assay.api.attempt;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets what is due be looked for at intervals. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Polling {}

package dev.assay.exam;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The candidate sees this test's result and message, and can run it before submitting. Without it a test is hidden.
 * On a class it holds for every test of the class; {@code @Visible(false)} on a method takes it back.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Visible {
    boolean value() default true;
}

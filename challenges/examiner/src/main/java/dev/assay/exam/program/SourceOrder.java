package dev.assay.exam.program;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** Tests run, and are listed, in the order in which their author wrote them. */
public final class SourceOrder implements MethodOrderer {
    @Override
    public void orderMethods(MethodOrdererContext context) {
        if (context.getTestClass().getClassLoader() instanceof ExamClasses classes) {
            List<String> written = classes.methodsInSourceOrder(context.getTestClass());
            context.getMethodDescriptors()
                    .sort(Comparator.comparingInt((MethodDescriptor method) ->
                                    written.indexOf(method.getMethod().getName()))
                            .thenComparing(method -> method.getMethod().toGenericString()));
        }
    }
}

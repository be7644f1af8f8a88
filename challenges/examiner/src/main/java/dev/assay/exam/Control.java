package dev.assay.exam;

/**
 * Who carries out what an exam does to the containers beside it. The examiner provides it; exams use {@link Service} and
 * {@link Dependency}. Each method returns when it is done.
 */
public interface Control {

    /** What can be done to a service or a dependency. */
    enum Action {
        CRASH,
        STOP,
        START,
        RESTART,
        PAUSE,
        RESUME
    }

    void apply(String target, Action action);

    Usage usage(String target);

    /** Of a service that runs where nothing controls it. */
    static Control none() {
        return new Control() {
            @Override
            public void apply(String target, Action action) {
                throw unavailable();
            }

            @Override
            public Usage usage(String target) {
                throw unavailable();
            }

            private IllegalStateException unavailable() {
                return new IllegalStateException(
                        "Only in the sandbox can an exam control the service and its dependencies");
            }
        };
    }
}

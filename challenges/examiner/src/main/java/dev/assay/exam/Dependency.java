package dev.assay.exam;

/**
 * A server that the service depends on, such as a database. A test method or a test class's constructor takes it as a parameter:
 * {@code @Uses("redis") Dependency redis}. Each method returns when it is done.
 *
 * <p>After each test the examiner starts or resumes what the test left stopped or paused.
 */
public final class Dependency {
    private final String name;
    private final Control control;

    /** Made by the examiner. */
    public Dependency(String name, Control control) {
        this.name = name;
        this.control = control;
    }

    /** As in {@code challenge.yaml}. */
    public String name() {
        return name;
    }

    /** Ends it in order, by SIGTERM; after ten seconds by SIGKILL. Its connections are closed, and new ones are refused. */
    public void stop() {
        control.apply(name, Control.Action.STOP);
    }

    /** Ends all its processes at once by SIGKILL. What it had stored is kept as far as a crash leaves it. */
    public void crash() {
        control.apply(name, Control.Action.CRASH);
    }

    /** Starts it again on the same files and waits until it is ready. Does nothing when it runs, resumes it when it is paused. */
    public void start() {
        control.apply(name, Control.Action.START);
    }

    /** It keeps its connections and still accepts new ones, but answers nothing: to its clients it hangs. */
    public void pause() {
        control.apply(name, Control.Action.PAUSE);
    }

    /** It goes on where it was paused. */
    public void resume() {
        control.apply(name, Control.Action.RESUME);
    }

    @Override
    public String toString() {
        return name;
    }
}

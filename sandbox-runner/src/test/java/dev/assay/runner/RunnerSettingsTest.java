package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunnerSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"unix:///var/run/docker.sock", "tcp://localhost:2375", "tcp://10.0.0.1:2376", "tcp://[::1]:2375"
            })
    void acceptsAddressesOfAnEngine(String host) {
        assertThat(withHost(host).dockerHost()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "unix://", "unix://docker.sock", "tcp://", "tcp://localhost", "tcp://a b:1", "ssh://host"})
    void refusesOthersAndSaysWhatToUse(String host) {
        assertThatThrownBy(() -> withHost(host))
                .hasMessage("The Docker host \"" + host + "\" is not understood; use unix:///path or tcp://host:port");
    }

    private static RunnerSettings withHost(String host) {
        return new RunnerSettings(host, "runc", 1, 1, Path.of("cache"));
    }
}

package io.sagescale.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

class CliJsonTest {
  @Test
  void printsWhatIsSetAsTheAwsCliDoes() {
    Instant noon = Instant.parse("2026-03-04T12:00:00Z");
    MetricAlarm alarm = MetricAlarm.builder()
        .alarmName("a \"b\"")
        .alarmConfigurationUpdatedTimestamp(noon)
        .okActions(List.of())
        .stateUpdatedTimestamp(noon.plusMillis(5))
        .dimensions(Dimension.builder().name("k").value("v").build())
        .threshold(70.0)
        .build();
    assertEquals("""
        {
            "AlarmName": "a \\"b\\"",
            "AlarmConfigurationUpdatedTimestamp": "2026-03-04T12:00:00+00:00",
            "OKActions": [],
            "StateUpdatedTimestamp": "2026-03-04T12:00:00.005000+00:00",
            "Dimensions": [
                {
                    "Name": "k",
                    "Value": "v"
                }
            ],
            "Threshold": 70.0
        }""", Codec.json(alarm));
  }

  @ParameterizedTest
  @CsvSource({"5, 5.0", "0.1, 0.1", "-0.0, -0.0", "1e-7, 1e-07", "1e-4, 0.0001", "1e15, 1000000000000000.0", "1e16, 1e+16", "1.5e22, 1.5e+22"})
  void numbersAreAsPythonWritesThem(double number, String text) {
    assertEquals(text, Codec.json(number));
  }
}

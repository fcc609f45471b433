package io.sagescale;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void saysItsVersion() {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int exit = Main.run(new PrintStream(out, true), new PrintStream(err, true), "--version");
    assertEquals(0, exit);
    assertEquals("sagescale 0.1.0", out.toString().strip());
    assertEquals("", err.toString());
  }
}

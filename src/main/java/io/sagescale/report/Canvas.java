package io.sagescale.report;

import java.util.Arrays;

/** A grid of characters, each of which holds 2 x 4 dots, or one dot where only ASCII can be shown; dot (0, 0) is at the bottom left. */
final class Canvas {
  private static final int BRAILLE = 0x2800;

  /** Bits of the dots of a braille character, by row from the bottom, then column. */
  private static final int[][] BITS = {{0x40, 0x80}, {0x04, 0x20}, {0x02, 0x10}, {0x01, 0x08}};

  private final int columns;
  private final int rows;
  private final boolean isAscii;
  private final char[][] cells;

  Canvas(int columns, int rows, boolean isAscii) {
    this.columns = columns;
    this.rows = rows;
    this.isAscii = isAscii;
    this.cells = new char[rows][columns];
    for (char[] row : cells) {
      Arrays.fill(row, isAscii ? ' ' : (char) BRAILLE);
    }
  }

  int width() {
    return isAscii ? columns : columns * 2;
  }

  int height() {
    return isAscii ? rows : rows * 4;
  }

  /** Sets one dot; ASCII shows the mark in its place. */
  void dot(int x, int y, char asciiMark) {
    if (isAscii) {
      cells[y][x] = asciiMark;
    } else {
      cells[y / 4][x / 2] |= (char) BITS[y % 4][x % 2];
    }
  }

  /** Row of characters, counted from the top. */
  String row(int fromTop) {
    return new String(cells[rows - 1 - fromTop]).replace((char) BRAILLE, ' ');
  }

  /** The row of characters that holds a dot, counted from the top. */
  int rowOf(int y) {
    return rows - 1 - (isAscii ? y : y / 4);
  }
}

// Statistics of the columns of a CSV file, as examples/04-csv-statistics/csv-statistics.ts.
#include <math.h>
#include <stdbool.h>
#include "kernels.h"

enum { FIELDS_PER_COLUMN = 5 };

static size_t skip_line(const uint8_t *data, size_t length) {
  bool quoted = false;
  size_t at = 0;
  while (at < length) {
    uint8_t byte = data[at++];
    if (byte == '"') quoted = !quoted;
    else if (!quoted && byte == '\n') break;
  }
  return at;
}

static void add_value(double *results, double value) {
  results[0]++;
  results[1] += value;
  if (value < results[2]) results[2] = value;
  if (value > results[3]) results[3] = value;
  results[4] += value * value;
}

size_t column_statistics(const uint8_t *data, size_t length, uint8_t separator, double *results,
                         size_t result_length) {
  size_t columns = result_length / FIELDS_PER_COLUMN;
  for (size_t column = 0; column < columns; column++) {
    results[column * FIELDS_PER_COLUMN + 2] = INFINITY;
    results[column * FIELDS_PER_COLUMN + 3] = -INFINITY;
  }
  size_t at = skip_line(data, length);
  size_t lines = 0, column = 0;
  while (at < length) {
    double mantissa = 0;
    uint32_t digits = 0, fraction = 0;
    bool after_dot = false, numeric = true, quoted = false;
    uint8_t byte = data[at];
    bool negative = byte == '-';
    if (negative) at++;
    for (; at < length; at++) {
      byte = data[at];
      if (byte >= '0' && byte <= '9') {
        mantissa = mantissa * 10 + (byte - '0');
        digits++;
        if (after_dot) fraction++;
      } else if (!quoted && (byte == separator || byte == '\n')) break;
      else if (byte == '.' && !after_dot) after_dot = true;
      else if (byte == '"') {
        quoted = !quoted;
        numeric = false;
      } else if (byte != '\r') numeric = false;
    }
    if (numeric && digits > 0 && column < columns) {
      double magnitude = fraction == 0 ? mantissa : mantissa / pow(10, fraction);
      add_value(results + column * FIELDS_PER_COLUMN, negative ? -magnitude : magnitude);
    }
    if (at < length && byte == separator) column++;
    else {
      column = 0;
      lines++;
    }
    at++;
  }
  if (column > 0) lines++;
  return lines;
}

// What is wrong with a text, or with a row for a dialect.

export class CsvError extends Error {
  override readonly name = 'csv.Error';
}

// Numbers as Indonesian readers write them.

export const grouped = (count) => count.toLocaleString('id-ID');

export const decimal = (value, digits) =>
  value.toLocaleString('id-ID', { minimumFractionDigits: digits, maximumFractionDigits: digits });

export const signed = (value) => (value < 0 ? '\u2212' : '+') + decimal(Math.abs(value), 2);

/** A share from 0 to 1; one too small for four decimals keeps its size. */
export function share(value) {
  if (value === null) return '';
  return value > 0 && value < 0.0001 ? value.toExponential(1).replace('.', ',') : decimal(value, 4);
}

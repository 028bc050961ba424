import { currencies, type Currency } from '../quantities/money.ts';

/** ISO 4217 codes are their own words, so they stand as they are and not in kebab-case. */
export const currencyOptions = Object.fromEntries(currencies.map((code) => [code, code])) as Readonly<
  Record<Currency, string>
>;

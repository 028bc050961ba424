/**
 * Discrete Fourier transform in place, without scaling; twice with the sign changed it multiplies by the length.
 *
 * @param real real parts, a power of two of them
 * @param imaginary imaginary parts, as many
 * @param inverse whether the exponent is positive
 * @throws RangeError for another length
 *
 * Complexity: O(n log n).
 * Source: Cooley and Tukey (1965), radix 2, decimation in time. The roots of unity come from one table, not from
 * repeated multiplication, so that errors grow with log n only.
 */
export function fastFourierTransform(real: Float64Array, imaginary: Float64Array, inverse = false): void {
  const n = real.length;
  if (n === 0 || (n & (n - 1)) !== 0 || imaginary.length !== n) {
    throw new RangeError(`fastFourierTransform needs two arrays of a power of two, got ${n} and ${imaginary.length}`);
  }
  reverseBits(real, imaginary);
  const cosines = new Float64Array(n / 2);
  const sines = new Float64Array(n / 2);
  for (let k = 0; k < n / 2; k += 1) {
    cosines[k] = Math.cos((2 * Math.PI * k) / n);
    sines[k] = (inverse ? 1 : -1) * Math.sin((2 * Math.PI * k) / n);
  }
  for (let size = 2; size <= n; size *= 2) {
    const half = size / 2;
    const stride = n / size;
    for (let start = 0; start < n; start += size) {
      for (let k = 0; k < half; k += 1) {
        const even = start + k;
        const odd = even + half;
        const cosine = cosines[k * stride] ?? 0;
        const sine = sines[k * stride] ?? 0;
        const re = (real[odd] ?? 0) * cosine - (imaginary[odd] ?? 0) * sine;
        const im = (real[odd] ?? 0) * sine + (imaginary[odd] ?? 0) * cosine;
        real[odd] = (real[even] ?? 0) - re;
        imaginary[odd] = (imaginary[even] ?? 0) - im;
        real[even] = (real[even] ?? 0) + re;
        imaginary[even] = (imaginary[even] ?? 0) + im;
      }
    }
  }
}

function reverseBits(real: Float64Array, imaginary: Float64Array): void {
  const n = real.length;
  for (let index = 0, reversed = 0; index < n; index += 1) {
    if (index < reversed) {
      swap(real, index, reversed);
      swap(imaginary, index, reversed);
    }
    let bit = n >> 1;
    while (bit > 0 && (reversed & bit) !== 0) {
      reversed ^= bit;
      bit >>= 1;
    }
    reversed |= bit;
  }
}

function swap(values: Float64Array, one: number, other: number): void {
  const kept = values[one] ?? 0;
  values[one] = values[other] ?? 0;
  values[other] = kept;
}

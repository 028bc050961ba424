import { fastFourierTransform } from './fast-fourier-transform.ts';

/**
 * The beginning of a convolution: chances of the sum of two independent whole numbers, as far as the summands go.
 *
 * What lies beyond the last cell takes no part, which leaves the cells up to it exact: a sum is never smaller than
 * either of its parts.
 *
 * @param one chances of 0, 1, 2, …, a power of two of them
 * @param other as many
 * @returns as many; absolute error about 1e-16, and nothing below 0
 *
 * Complexity: O(n log n). Both go through one transform, as real and imaginary part.
 * Source: convolution theorem, padded to twice the length so that nothing wraps around.
 */
export function convolve(one: Float64Array, other: Float64Array): Float64Array {
  const n = one.length;
  const real = new Float64Array(2 * n);
  const imaginary = new Float64Array(2 * n);
  real.set(one);
  imaginary.set(other);
  fastFourierTransform(real, imaginary);
  const productReal = new Float64Array(2 * n);
  const productImaginary = new Float64Array(2 * n);
  for (let k = 0; k < 2 * n; k += 1) {
    const mirrored = (2 * n - k) % (2 * n);
    const re = real[k] ?? 0;
    const im = imaginary[k] ?? 0;
    const mirroredRe = real[mirrored] ?? 0;
    const mirroredIm = -(imaginary[mirrored] ?? 0);
    // (Z² − Z̄²) / 4i, where Z is the transform of one + i · other and Z̄ that of one − i · other.
    const squareRe = re * re - im * im - (mirroredRe * mirroredRe - mirroredIm * mirroredIm);
    const squareIm = 2 * re * im - 2 * mirroredRe * mirroredIm;
    productReal[k] = squareIm / 4;
    productImaginary[k] = -squareRe / 4;
  }
  fastFourierTransform(productReal, productImaginary, true);
  return productReal.subarray(0, n).map((value) => Math.max(0, value / (2 * n)));
}

/**
 * Codes for tokens: vectors of 32 signs, of which any two agree in 6 to 20 places (or, opposites,
 * in none). A vector that is mostly one code is therefore still recognized as that code.
 *
 * They are the words of the dual of the extended double-error-correcting BCH code of length 32:
 * sign i of word (a, b, c) is Tr(a·i + b·i³) + c over the field of 32 elements.
 */
export const codeLength = 32;
/** Without the opposites (c = 1), which would make logits as low as others are high. */
export const codeCount = 1024;

export function codeOf(token: number): Float32Array {
  if (token >= codeCount) throw new Error(`there are codes for ${codeCount} tokens only`);
  const a = token & 31;
  const b = token >> 5;
  return Float32Array.from({ length: codeLength }, (_, i) => {
    const cube = multiply(i, multiply(i, i));
    return 1 - 2 * trace(multiply(a, i) ^ multiply(b, cube));
  });
}

/** Multiplies in the field of 32 elements: polynomials over bits, modulo x⁵ + x² + 1. */
function multiply(left: number, right: number): number {
  let product = 0;
  for (let bit = 0; bit < 5; bit++) if ((right >> bit) & 1) product ^= left << bit;
  for (let bit = 9; bit >= 5; bit--) if ((product >> bit) & 1) product ^= 0b100101 << (bit - 5);
  return product;
}

/** The sum of x, x², x⁴, x⁸ and x¹⁶, which is 0 or 1. */
function trace(x: number): number {
  let sum = 0;
  let power = x;
  for (let i = 0; i < 5; i++) {
    sum ^= power;
    power = multiply(power, power);
  }
  return sum;
}

import type { AccentMark, MatrixForm, Symbol } from './formula.ts';

/**
 * The commands of TeX that stand for one sign, as in Knuth's plain TeX and AMS-LaTeX (unicode-math table for the code
 * points). Everything that is not here or in the reader is outside of the subset.
 */
const greek =
  'alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν ' +
  'xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω';
const upright =
  'Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω ' +
  'infty ∞ partial ∂ nabla ∇ emptyset ∅ ell ℓ hbar ℏ ldots … dots … cdots ⋯';
const operators =
  'cdot ⋅ times × div ÷ pm ± mp ∓ ast ∗ circ ∘ le ≤ leq ≤ ge ≥ geq ≥ lt < gt > ne ≠ neq ≠ ll ≪ gg ≫ approx ≈ equiv ≡ sim ∼ ' +
  'simeq ≃ propto ∝ in ∈ notin ∉ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ setminus ∖ to → rightarrow → ' +
  'leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ implies ⇒ mapsto ↦ mid ∣ parallel ∥ perp ⟂ ' +
  'forall ∀ exists ∃ neg ¬ lnot ¬ land ∧ wedge ∧ lor ∨ vee ∨ oplus ⊕ otimes ⊗ vert | lvert | rvert | Vert ‖ lVert ‖ rVert ‖ ' +
  'langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ colon : prime ′';
const sums = 'sum ∑ prod ∏ bigcup ⋃ bigcap ⋂';
const integrals = 'int ∫ iint ∬ oint ∮';
const functions = 'log ln exp sin cos tan tanh sinh cosh arcsin arccos arctan arg dim ker deg lg';
const limiting = 'max min sup inf lim det Pr gcd';

/** In ems, as TeX has them; the negative one is left out, since nothing may overlap. */
const spaces: Readonly<Record<string, number>> = { ',': 1 / 6, ':': 2 / 9, ';': 5 / 18, ' ': 1 / 3, quad: 1, qquad: 2 };

function pairs(words: string, symbol: (text: string) => Symbol): [string, Symbol][] {
  const parts = words.split(' ');
  return parts.flatMap((name, index): [string, Symbol][] =>
    index % 2 === 0 ? [[name, symbol(parts[index + 1] ?? '')]] : [],
  );
}

const named = (words: string, limits: boolean): [string, Symbol][] =>
  words.split(' ').map((text) => [text, { kind: 'large', text, limits }]);

export const symbols: ReadonlyMap<string, Symbol> = new Map<string, Symbol>([
  ...pairs(greek, (text) => ({ kind: 'name', text, upright: false })),
  ...pairs(upright, (text) => ({ kind: 'name', text, upright: true })),
  ...pairs(operators, (text) => ({ kind: 'operator', text })),
  ...pairs(sums, (text) => ({ kind: 'large', text, limits: true })),
  ...pairs(integrals, (text) => ({ kind: 'large', text, limits: false })),
  ...named(functions, false),
  ...named(limiting, true),
  ...Object.entries(spaces).map(([name, width]): [string, Symbol] => [name, { kind: 'space', width }]),
  ...['{', '}', '%'].map((text): [string, Symbol] => [text, { kind: 'operator', text }]),
]);

/** ℝ and its like stand in the older block of letterlike symbols; the rest follow one another (Unicode, U+1D538). */
const letterlike: Readonly<Record<string, string>> = { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' };

export function doubleStruck(letter: string): string {
  return letterlike[letter] ?? String.fromCodePoint(0x1d538 + letter.charCodeAt(0) - 'A'.charCodeAt(0));
}

export const accents: ReadonlyMap<string, AccentMark> = new Map<string, AccentMark>([
  ['hat', 'hat'],
  ['widehat', 'hat'],
  ['bar', 'bar'],
  ['overline', 'bar'],
  ['tilde', 'tilde'],
  ['widetilde', 'tilde'],
  ['vec', 'vec'],
  ['dot', 'dot'],
]);

/** After `\left` and `\right`; a full stop is no bracket. */
export const brackets: ReadonlyMap<string, string> = new Map([
  ...['(', ')', '[', ']', '|', '/'].map((sign): [string, string] => [sign, sign]),
  ['.', ''],
  [String.raw`\{`, '{'],
  [String.raw`\}`, '}'],
  [String.raw`\|`, '‖'],
  ...['vert', 'lvert', 'rvert', 'Vert', 'lVert', 'rVert', 'langle', 'rangle', 'lfloor', 'rfloor', 'lceil', 'rceil'].map(
    (name): [string, string] => [`\\${name}`, symbols.get(name)?.kind === 'operator' ? signOf(name) : ''],
  ),
]);

/** What stands before and after each kind of matrix. */
export const matrixBrackets: Readonly<Record<MatrixForm, readonly [string, string]>> = {
  matrix: ['', ''],
  pmatrix: ['(', ')'],
  bmatrix: ['[', ']'],
  Bmatrix: ['{', '}'],
  vmatrix: ['|', '|'],
  Vmatrix: ['‖', '‖'],
  cases: ['{', ''],
};

function signOf(name: string): string {
  const symbol = symbols.get(name);
  return symbol?.kind === 'operator' ? symbol.text : '';
}

/** A typed array, as far as a column needs one. */
interface TypedNumbers<T> {
  readonly length: number;
  [index: number]: number;
  set(numbers: T): void;
  subarray(from: number, to: number): T;
}

const FIRST_LENGTH = 16;

/**
 * A list of numbers that grows, in a typed array: ten million whole ones are 40 megabytes, where a list of objects
 * would be a gigabyte. It doubles when it is full, so that adding stays O(1) on average.
 */
export class NumberColumn<T extends TypedNumbers<T>> {
  readonly #make: (length: number) => T;
  #numbers: T;
  #length = 0;

  constructor(make: (length: number) => T) {
    this.#make = make;
    this.#numbers = make(FIRST_LENGTH);
  }

  get length(): number {
    return this.#length;
  }

  /** What was added so far. It shares its memory with the column. */
  get numbers(): T {
    return this.#numbers.subarray(0, this.#length);
  }

  at(index: number): number {
    return this.#numbers[index] ?? 0;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = this.#make(2 * this.#length);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length] = number;
    this.#length += 1;
  }
}

export const wholeColumn = (): NumberColumn<Int32Array> => new NumberColumn((length) => new Int32Array(length));
export const floatColumn = (): NumberColumn<Float64Array> => new NumberColumn((length) => new Float64Array(length));

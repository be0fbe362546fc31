import { limits } from '../limits.ts';

/** Counts the text that is put in the place of other text, so that no macro can grow without end. */
export class InsertionBudget {
  private insertions = 0;
  private characters = 0;
  private nesting = 0;

  /** Counts an insertion of so many characters; false when the formula has no more to spend. */
  enter(characters: number): boolean {
    this.insertions += 1;
    this.characters += characters;
    this.nesting += 1;
    return (
      this.insertions <= limits.expansions &&
      this.characters <= limits.expandedCharacters &&
      this.nesting <= limits.nestedExpansions
    );
  }

  leave(): void {
    this.nesting -= 1;
  }
}

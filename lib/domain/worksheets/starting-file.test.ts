import { describe, expect, it } from 'vitest';
import { stages } from './definition.ts';
import { parseFile } from './file.ts';
import { startingFile } from './starting-file.ts';

describe('a file to begin with', () => {
  it.each(stages)('is a valid worksheet without an answer, for %s', (stage) => {
    const { draft, problems } = parseFile(startingFile('Card: “fraud” # 1', stage), 'yaml');
    expect(problems).toEqual([]);
    expect(draft).toMatchObject({ title: 'Card: “fraud” # 1', stage });
    expect(Object.values(draft.sections).every((section) => Object.keys(section).length === 0)).toBe(true);
  });

  it('asks for what the stage needs, and for no more', () => {
    const framing = startingFile('Fraud', 'framing');
    expect(framing).toContain('    # objective:\n');
    expect(framing).not.toContain('\n  artifacts:\n');
    expect(startingFile('Fraud', 'launch')).toContain('\n  artifacts:\n');
  });

  it('is answered by taking the sign of a comment away', () => {
    const text = startingFile('Fraud', 'framing').replace('    # objective:', '    objective: Less loss');
    expect(parseFile(text, 'yaml')).toMatchObject({
      problems: [],
      draft: { sections: { business: { objective: 'Less loss' } } },
    });
  });
});

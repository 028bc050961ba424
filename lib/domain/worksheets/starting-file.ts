import { stringify } from 'yaml';
import { sections } from './all-sections.ts';
import { stages, type Fields, type Stage } from './definition.ts';
import { FORMAT } from './draft.ts';
import { sectionGuidance } from './guidance/all-guidance.ts';

/**
 * A worksheet file to begin with: what the stage needs stands in it as comments, each with the question and a good
 * answer. It is valid as it is; answering is taking the `#` away.
 */
export function startingFile(title: string, stage: Stage): string {
  const until = stages.indexOf(stage);
  const parts = sections.flatMap(({ key, title: name, stage: from, fields }) => {
    const questions = neededOf(fields, key, from, until);
    return questions.length === 0 ? [] : [`  # ${name}\n  ${key}:\n${questions.join('')}`];
  });
  const head = stringify({ format: FORMAT, title, stage }, { lineWidth: 0 });
  return `${head}sections:\n${parts.join('\n')}`;
}

function neededOf(fields: Fields, section: string, from: Stage, until: number): string[] {
  const guidance = sectionGuidance(section);
  return Object.entries(fields).flatMap(([key, field]) => {
    if (!field.needed || stages.indexOf(field.stage ?? from) > until) return [];
    const good = guidance[key]?.good ?? '';
    const asked = good === '' ? field.label : `${field.label}. A good answer: ${oneLine(good)}`;
    return [`    # ${oneLine(asked)}\n    # ${key}:\n`];
  });
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

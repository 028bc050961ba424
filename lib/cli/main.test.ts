import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { commandLineIn, goodExample, program, worksheetFile } from '#test/command-line.ts';

// Each test starts the program several times, and the first start makes the bundle.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { folder, run, save, remove } = commandLineIn();
afterAll(remove);

const wrongTask = worksheetFile('  framing:\n    taskType: regression\n    loss: hinge\n');

describe('the program', () => {
  test('explains itself', () => {
    expect(run(['--help'])).toMatchObject({ code: 0, error: '' });
    expect(run(['--help']).out).toContain('plumbline check FILE...');
    expect(run(['check', '--help']).code).toBe(0);
    expect(run([])).toMatchObject({ code: 2 });
    expect(run(['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('runs through links and from any folder', () => {
    const link = join(folder, 'linked');
    symlinkSync(program, link);
    expect(run(['--version'], { at: link, cwd: tmpdir() }).code).toBe(0);
  });

  test.each([
    [['chek'], 'There is no command ‘chek’. Did you mean check?'],
    [['check'], 'check needs a file'],
    [['check', 'x', '--fromat', 'json'], 'check has no option --fromat. Did you mean --format?'],
    [['check', 'x', '--format', 'xml'], '--format cannot be ‘xml’.'],
    [['check', 'x', '--stage', 'desing'], 'Did you mean design?'],
    [['check', 'x', '--format'], '--format needs a value.'],
    [['check', 'x', '--today', 'tomorrow'], '--today is a date'],
    [['check', 'x', '--today', '2027-02-31'], '--today is a date'],
    [['render', goodExample, '--today', 'tomorrow'], '--today is a date'],
    [['render'], 'render needs one file'],
    [['schema', 'x'], 'schema takes no file.'],
    [['calc', 'rare-grup', '--input', '-'], 'Did you mean rare-group?'],
    [['calc', 'rare-group'], 'calc needs --input FILE'],
    [['calc', 'rare-group', '--csv', 'x.csv'], 'rare-group takes no rows, so --csv cannot be given.'],
    [['calc', 'rare-group', '--input', '-', '--map', 'n=n'], '--map names the columns of a table'],
    [['calc', 'rare-group', '--input', '-', '--csv', '-'], 'Standard input holds one thing'],
  ])('%j is refused in one sentence', (words, sentence) => {
    const { code, out, error } = run(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toContain(sentence);
    expect(error.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('check', () => {
  test('a good worksheet: exit code 0', () => {
    const { code, out } = run(['check', goodExample]);
    expect(code).toBe(0);
    expect(out).toMatch(/0 errors, 0 warnings, \d+ passed\.\n$/);
  });

  test('an error: exit code 1, with line, column, ends and the count', () => {
    const { code, out } = run(['check', save('wrong.yaml', wrongTask), '--stage', 'framing']);
    expect(code).toBe(1);
    expect(out).toContain('wrong.yaml:6:5: error FRM-02: The loss ‘Hinge’ does not fit a task of the kind ‘A number’.');
    expect(out).toContain('    Loss: Hinge\n    Kind of task: A number\n');
    expect(out).toMatch(/checks wait for answers; the nearest needs only /);
  });

  test('the stage that a file claims counts, and --stage before it', () => {
    const late = worksheetFile(
      '  framing:\n    taskType: binary\n  metrics:\n    items: [{ id: m1, kind: model, role: primary, formula: recall }]\n  imbalance:\n    thresholdPolicy: cost-optimal\n',
      'stage: framing\n',
    );
    const file = save('staged.yaml', late);
    expect(run(['check', file]).out).not.toContain('MET-15');
    expect(run(['check', file, '--stage', 'design']).out).toContain('MET-15');
    expect(run(['check', file]).out).toContain('gaps of later stages');
  });

  test('standard input, JSON, and several files at once', () => {
    expect(run(['check', '-'], { input: wrongTask })).toMatchObject({ code: 1 });
    const json = JSON.stringify({
      format: 'plumbline/v1',
      title: 'Trial',
      sections: { framing: { taskType: 'regression', loss: 'hinge' } },
    });
    expect(run(['check', save('wrong.json', json)]).out).toContain('wrong.json:1:');
    const both = run(['check', goodExample, 'wrong.json', 'missing.yaml']);
    expect(both.code).toBe(2);
    expect(both.out).toContain('missing.yaml: There is no such file.');
    expect(both.out).toContain('FRM-02');
  });

  test('a waiver holds until it expires', () => {
    const waived = worksheetFile(
      '  framing:\n    taskType: regression\n    loss: hinge\n',
      'waivers:\n  - { check: FRM-02, path: framing.loss, reason: Trial, by: Lead, expires: 2027-01-15 }\n',
    );
    const file = save('waived.yaml', waived);
    expect(run(['check', file, '--today', '2027-01-15']).out).toContain('1 waived');
    expect(run(['check', file, '--today', '2027-01-16']).out).toContain('The waiver by Lead expired on 2027-01-15.');
  });

  test('github: one command a finding, escaped', () => {
    const { code, out } = run(['check', 'wrong.yaml', '--format', 'github']);
    expect(code).toBe(1);
    expect(out).toContain('::error file=wrong.yaml,line=6,col=5,title=FRM-02::The loss ‘Hinge’ does not fit');
    for (const line of out.trimEnd().split('\n')) expect(line).toMatch(/^::(error|warning|notice) file=[^:]+::.+$/);
  });

  test('junit: a case a rule, failures for errors only', () => {
    const { out } = run(['check', 'wrong.yaml', 'missing.yaml', '--format', 'junit']);
    expect(out).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites/);
    const [, failures = ''] = /failures="(\d+)"/.exec(out) ?? [];
    expect(out.match(/<failure /g)).toHaveLength(Number(failures));
    expect(out).toContain('<testcase classname="wrong.yaml" name="FRM-02 Loss fits the task">');
    expect(out).toContain('<error message="Not a valid worksheet">missing.yaml: There is no such file.</error>');
    expect(out).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
  });

  test('the same file gives the same bytes', () => {
    for (const format of ['text', 'json', 'sarif', 'github', 'junit']) {
      const words = ['check', 'wrong.yaml', '--format', format];
      expect(run(words).out).toBe(run(words).out);
    }
  });
});

describe('bad input', () => {
  const good = worksheetFile('  overview:\n    name: Card fraud\n');
  test.each<[string, string | Uint8Array, RegExp]>([
    ['broken.yaml', `${good}  framing: [1, 2\n  metrics: {}\n`, /^broken\.yaml:\d+:\d+: /],
    ['key.yaml', worksheetFile('  overview:\n    naem: Card fraud\n'), /^key\.yaml:5:5: .*naem.*name/],
    [
      'percent.yaml',
      worksheetFile('  imbalance:\n    prevalenceProduction: 0.2\n'),
      /^percent\.yaml:5:5: .*0\.2.%.*20.%/,
    ],
    ['unit.yaml', worksheetFile('  framing:\n    horizon: 5 kg\n'), /^unit\.yaml:5:5: ‘kg’ is not a unit of time\./],
    ['format.yaml', 'title: Trial\n', /^format\.yaml:1:1: .*format: plumbline\/v1/],
    ['empty.yaml', '', /^empty\.yaml:1:1: /],
    ['list.yaml', '- 1\n- 2\n', /^list\.yaml:1:1: /],
    ['broken.json', '{"format": "plumbline/v1",', /^broken\.json:1:\d+: /],
    ['latin.yaml', new Uint8Array([0x74, 0x3a, 0x20, 0xe9, 0xff]), /^latin\.yaml: The file is not text in UTF-8\./],
    ['profile.yaml', `${good}profile: { MET-01.rar: 0.1 }\n`, /^profile\.yaml:6:1: .*Did you mean MET-01\.rare\?/],
    [
      'waiver.yaml',
      `${good}waivers: [{ check: MET-99, path: overview, reason: Trial, by: Lead }]\n`,
      /^waiver\.yaml:6:1: .*MET-99, which does not exist/,
    ],
  ])('%s: exit code 2, and where', (name, text, message) => {
    const { code, out } = run(['check', save(name, text)]);
    expect(out).toMatch(message);
    expect(code).toBe(2);
    expect(run(['render', name]).error).toMatch(/^plumbline: /);
  });

  test('a reference to nothing is an error at its place', () => {
    const file = save(
      'nothing.yaml',
      worksheetFile('  metrics:\n    items:\n      - { id: m1, kind: model, role: primary, drives: loss }\n'),
    );
    const { code, out } = run(['check', file]);
    expect(code).toBe(1);
    expect(out).toContain('nothing.yaml:6:47: error XRF-01: There is no metric ‘loss’');
  });

  test('20 MB are refused by their size, at once', () => {
    const { code, out } = run(['check', save('large.yaml', `# ${'x'.repeat(20_000_000)}\n`)]);
    expect(code).toBe(2);
    expect(out).toMatch(/^large\.yaml: The file is too large: it has 20.MB, and the most are 12.MB\.\n$/);
  });

  test('ten thousand list items are refused in one sentence', () => {
    const items = Array.from({ length: 10_000 }, (_, index) => `      - { id: m${index}, name: Metric ${index} }`).join(
      '\n',
    );
    const { code, out } = run(['check', save('many.yaml', worksheetFile(`  metrics:\n    items:\n${items}\n`))]);
    expect(code).toBe(2);
    expect(out).toMatch(/^many\.yaml:5:5: .*500/);
  });

  test('a folder, and standard input that is too large', () => {
    mkdirSync(join(folder, 'folder.yaml'));
    expect(run(['check', 'folder.yaml']).out).toBe('folder.yaml: This is a folder, not a file.\n');
    expect(run(['check', '-'], { input: `# ${'x'.repeat(13_000_000)}` }).out).toContain('too large');
  });

  test('right-to-left, Chinese, emoji and markup go through unharmed', () => {
    const name = 'كشف الاحتيال 欺诈检测 🎯 <script>alert(1)</script> #set $x$ ::error::';
    const file = save(
      'scripts.yaml',
      worksheetFile(
        `  metrics:\n    items:\n      - { id: m1, name: ${JSON.stringify(name)}, kind: model, role: primary, formula: mae }\n  framing:\n    taskType: binary\n`,
      ),
    );
    expect(run(['check', file]).out).toContain(`${name} · Formula`);
    expect(run(['check', file, '--format', 'junit']).out).not.toContain('<script>');
    expect(JSON.parse(run(['check', file, '--format', 'json']).out)).toMatchObject({ files: [{ valid: true }] });
  });
});

describe('render', () => {
  test('Markdown to standard output and to a file, the same bytes', () => {
    const printed = run(['render', goodExample, '--to', 'markdown']);
    expect(printed.code).toBe(0);
    expect(printed.out).toMatch(/^# Card-not-present fraud\n/);
    expect(run(['render', goodExample, '--to', 'markdown', '-o', 'design.md'])).toMatchObject({ code: 0, out: '' });
    expect(readFileSync(join(folder, 'design.md'), 'utf8')).toBe(printed.out);
  });

  test('PDF', () => {
    expect(run(['render', goodExample, '--to', 'pdf', '--output', 'design.pdf']).code).toBe(0);
    expect(readFileSync(join(folder, 'design.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('a place that cannot be written to', () => {
    const { code, error } = run(['render', goodExample, '-o', 'no/such/folder.md']);
    expect(code).toBe(2);
    expect(error).toMatch(/^plumbline: no\/such\/folder\.md cannot be written: /);
  });
});

describe('schema and calc', () => {
  test('the schema is JSON', () => {
    expect(JSON.parse(run(['schema']).out)).toMatchObject({ title: 'Plumbline worksheet', type: 'object' });
  });

  test('a calculator as JSON, in words and as queries', () => {
    const file = save('input.json', '{"successes": 81, "n": 263}');
    const result: unknown = JSON.parse(run(['calc', 'proportion-interval', '--input', file]).out);
    expect(result).toMatchObject({ estimate: 81 / 263, notes: [] });
    const words = run(['calc', 'proportion-interval', '--input', '-', '--text'], {
      input: '{"successes": 81, "n": 263}',
    });
    expect(words.out).toContain('25.5\u202f% and 36.6\u202f% (Wilson)');
    expect(run(['calc', 'proportion-interval', '--input', file, '--sql']).out).toContain('COUNTIF(outcome = 1)');
    expect(run(['calc']).out).toMatch(/^proportion-interval {2,}So many/);
  });

  test('rows of a CSV file, with and without other inputs', () => {
    const csv = 'unit;rater;rating\n1;A;2\n1;B;2\n2;A;3\n2;B;\n3;A;3\n3;B;"2"\n';
    const map = 'item=unit,annotator=rater,label=rating';
    const file = save('ratings.csv', csv);
    expect(JSON.parse(run(['calc', 'label-agreement', '--csv', file, '--map', map]).out)).toMatchObject({
      items: 3,
      pairableItems: 2,
      dropped: { ratings: 1, items: 0 },
      percentAgreement: 0.5,
    });
    const input = save('scale.json', '{"scale": "interval", "bootstrap": {"resamples": 100}}');
    const words = ['calc', 'label-agreement', '--csv', '-', '--map', map, '--input', input, '--text'];
    expect(run(words, { input: csv }).out).toContain('(interval scale)');
    const counts = save('counts.csv', 'item,label,n\n1,a,2\n2,a,1\n2,b,1\n');
    expect(JSON.parse(run(['calc', 'label-agreement', '--csv', counts]).out)).toMatchObject({ annotators: null });
  });

  test.each([
    ['item,annotator,label\n1,A,x\n1,,x\n', '', 'standard input: Row 3, column ‘annotator’ is empty.'],
    ['item,annotator,label\n1,A,"x\n', '', 'standard input: Row 2, column 3: a quote is opened and never closed.'],
    [
      'item,rater,label\n',
      'annotator=ratr',
      'standard input: The table has no column ‘ratr’ for annotator. Did you mean',
    ],
    ['item,annotator,label\n1,A,x\n', 'itme=item', 'standard input: No column is read for ‘itme’. Did you mean item?'],
    ['item,annotator,label\n1,A,x\n1,A,y\n', '', 'Item ‘1’ has two labels by annotator ‘A’.'],
    ['', '', 'standard input: The table is empty'],
  ])('the table %j is refused in one sentence', (csv, map, sentence) => {
    const words = ['calc', 'label-agreement', '--csv', '-', ...(map === '' ? [] : ['--map', map])];
    const { code, out, error } = run(words, { input: csv });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toContain(sentence);
    expect(error.trimEnd().split('\n')).toHaveLength(1);
  });

  test('rows that come twice, from a missing file, and in another encoding', () => {
    const both = run([
      'calc',
      'label-agreement',
      '--csv',
      'counts.csv',
      '--input',
      save('both.json', '{"counts": []}'),
    ]);
    expect(both.error).toContain('counts comes from --csv and stands in --input as well');
    expect(run(['calc', 'label-agreement', '--csv', 'none.csv']).error).toContain('none.csv: There is no such file.');
    const latin = save('latin.csv', new Uint8Array([0x69, 0xe9, 0x0a]));
    expect(run(['calc', 'label-agreement', '--csv', latin]).error).toContain(
      'latin.csv: The file is not text in UTF-8.',
    );
  });

  test('Ctrl-C ends it at once and leaves nothing half written', async () => {
    const child = spawn(program, ['calc', 'percentiles', '--csv', '-'], {
      env: { PATH: '/usr/bin:/bin', NODE_ENV: 'production' },
    });
    let written = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (written += String(text)));
    // More than a pipe holds, so that it is reading once all of it is gone; the pipe stays open.
    await new Promise((taken) => child.stdin.write(`value\n${'1.5\n'.repeat(500_000)}`, taken));
    child.kill('SIGINT');
    const [code, signal] = await once(child, 'close');
    expect({ code, signal, written }).toEqual({ code: null, signal: 'SIGINT', written: '' });
  });

  test('measured values, counted ones and the steps of a request from a CSV file', () => {
    const values = save(
      'times.csv',
      `duration;host\n${[100, 102, 100, 100, 99, 104, 110, 90, 3000, 95].join(';a\n')};a\n`,
    );
    const read: unknown = JSON.parse(run(['calc', 'percentiles', '--csv', values, '--map', 'value=duration']).out);
    expect(read).toMatchObject({ n: 10, mean: 390, max: 3000 });
    const counted = run(['calc', 'percentiles', '--csv', '-'], { input: 'value,count\n1,90\n7,10\n' });
    expect(JSON.parse(counted.out)).toMatchObject({ n: 100, mean: 1.6 });
    const steps = save('steps.csv', 'name,p50,p99,mean\nFetch,5,20,\nModel,,,10\n');
    const budget = run(['calc', 'latency-budget', '--csv', steps, '--text']);
    expect(budget.out).toContain('If the steps are independent, the whole takes');
    const dependencies = run(['calc', 'availability', '--csv', '-'], { input: 'name,availability\na,0.999\nb,0.99\n' });
    expect(JSON.parse(dependencies.out)).toMatchObject({ dependencies: [{ name: 'a' }, { name: 'b' }] });
    const broken = run(['calc', 'percentiles', '--csv', '-'], { input: 'value\n1\nfast\n' });
    expect(broken.error).toContain('Row 3, column ‘value’ holds ‘fast’, which is not a number.');
  });

  test.each([
    ['{"successes": 5, "n": 3}', 'successes must be at most n'],
    ['{"succeses": 5, "n": 3}', 'succeses is not an input of proportion-interval. Did you mean successes?'],
    ['{"n": 3}', 'successes is missing.'],
    [
      '{"successes": 1, "n": 3, "confidense": 0.9}',
      'confidense is not an input of proportion-interval. Did you mean confidence?',
    ],
    ['{"successes": 1,\n"n" 3}', 'standard input:2:5: This is not valid JSON: a colon is expected here.'],
    ['[]', 'must be an object'],
  ])('%s is refused in one sentence', (input, sentence) => {
    const { code, out, error } = run(['calc', 'proportion-interval', '--input', '-'], { input });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toContain(sentence);
  });
});

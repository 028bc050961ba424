// Usage: node bench/main.ts [autosave] [page] [typing] [portfolio] [threads] [memory] [core] [documents] [tables]: all of them when none is named.
import { autosave } from './autosave.ts';
import { calculatorTables } from './calculator-tables.ts';
import type { Measurement } from './measurement.ts';
import { documents } from './documents.ts';
import { memory } from './memory.ts';
import { portfolio } from './portfolio.ts';
import { report } from './report.ts';
import { threads } from './threads.ts';
import { typing } from './typing.ts';
import { worksheetCore } from './worksheet-core.ts';
import { worksheetPageBench } from './worksheet-page.ts';
import { openWorld, type World } from './world.ts';

const needsServer: Readonly<Record<string, (world: World) => Promise<Measurement[]>>> = {
  autosave,
  page: worksheetPageBench,
  portfolio,
  threads,
  typing,
  memory,
};

const named = process.argv.slice(2);
const wants = (name: string) => named.length === 0 || named.includes(name);
const measurements: Measurement[] = [];

if (wants('core')) measurements.push(...(await worksheetCore()));
if (wants('documents')) measurements.push(...(await documents()));
if (wants('tables')) measurements.push(...calculatorTables());
const onServer = Object.entries(needsServer).filter(([name]) => wants(name));
if (onServer.length > 0) {
  const world = await openWorld();
  try {
    for (const [name, run] of onServer) {
      console.log(`Measuring: ${name}`);
      measurements.push(...(await run(world)));
    }
  } finally {
    await world.close();
  }
}
report(measurements);

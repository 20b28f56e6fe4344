// `npm run bench [-- --only PREFIX]`: one JSON line per benchmark, in the units of the product's targets.
import { parseArgs } from 'node:util'
import { answerBenchmarks } from './answer.ts'
import { apiBenchmarks } from './api.ts'
import { cardBenchmarks } from './card.ts'
import { domainBenchmarks } from './domain.ts'
import { nudgeBenchmarks } from './nudge.ts'
import { tabBenchmarks } from './tab.ts'

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } })
for (const benchmark of [
  ...domainBenchmarks,
  ...apiBenchmarks,
  ...nudgeBenchmarks,
  ...answerBenchmarks,
  ...cardBenchmarks,
  ...tabBenchmarks,
]) {
  if (!benchmark.names.some((name) => name.startsWith(values.only))) continue
  for (const line of await benchmark.run()) {
    if (line.name.startsWith(values.only)) console.log(JSON.stringify(line))
  }
}

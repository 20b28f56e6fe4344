// A share of the seeds, in a thread of its own.
import { parentPort, workerData } from 'node:worker_threads'
import { runSeeds, type SeedsOptions } from './seeds.ts'

const result = await runSeeds({ ...(workerData as SeedsOptions), onProgress: (done) => parentPort?.postMessage({ done }) })
parentPort?.postMessage({ result })

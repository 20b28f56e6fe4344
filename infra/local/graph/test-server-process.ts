import { startGraphServer } from './server.ts'
import { TEST_NOW, TEST_SITE, testIdentity } from './test-world.ts'

/** For tests only: a list server in a process of its own, to be killed. Arguments: its file, its key file. Prints its url. */
const [file = '', keyFile = ''] = process.argv.slice(2)
const identity = testIdentity(keyFile)
const server = await startGraphServer({ file, port: 0, now: () => TEST_NOW, verify: identity.verifyGraphToken, site: TEST_SITE, users: [] })
process.stdout.write(`${server.url}\n`)

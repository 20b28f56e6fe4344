import { createHash } from 'node:crypto'

/** What node_modules was made from: the lockfile's hash and the machine's kind, since native packages differ by it. */
export const lockStamp = (lockText, platform, arch) => `${createHash('sha256').update(lockText).digest('hex')} ${platform}-${arch}\n`

/** Whether `npm ci` must run: the stamp left in node_modules is missing or speaks of another lockfile or machine. */
export const wantsInstall = (stamp, stampInModules) => stampInModules !== stamp

/** Where in our own code it happened: file and line, nothing of what was being worked on; empty when it was not in ours. */
export function placeOf(error: Error): string {
  return /\/((?:api|bot|infra)\/[\w./-]+:\d+)/.exec(error.stack ?? '')?.[1] ?? ''
}

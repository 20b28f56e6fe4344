/**
 * What teams-js logs through, without the log: its own `debug` reads the browser's storage, watches for colours and weighs
 * two kilobytes of the first load, for lines nobody reads in Teams. vite.config.ts puts this in its place.
 */
const quiet = Object.assign(() => undefined, { extend: () => quiet, enabled: false })
const make = Object.assign(() => quiet, { formatArgs: () => undefined })

/** The name teams-js's own build imports it by. */
export const b = { debug: make }

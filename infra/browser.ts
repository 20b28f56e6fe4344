import { findBrowser as find } from './find-browser.mjs'

/** What Chromium needs to run headless in a container, and what keeps it from calling out. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The path of the machine's Chrome, Chromium or Edge. Throws a sentence that says what to do when there is none. */
export const findBrowser = (): string => {
  const path = find()
  if (path === undefined) throw new Error('No Chrome, Chromium or Edge was found: run "npm test", or set PULS_BROWSER to its path.')
  return path
}

import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable']

const PLACES = {
  linux: ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe', 'Chromium\\Application\\chrome.exe'],
}

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    // Not there, or not ours to run: that is the answer no.
    return false
  }
}

const onPath = (env) =>
  (env.PATH ?? '').split(delimiter).flatMap((folder) => (folder === '' ? [] : NAMES.map((name) => join(folder, name))))

const windowsPlaces = (env) =>
  [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((base) =>
    base ? PLACES.win32.map((tail) => join(base, tail)) : [],
  )

/**
 * The path of Chrome, Chromium or Edge: PULS_BROWSER when it is set (then nothing else counts), the usual places, PATH.
 * undefined when there is none.
 */
export const findBrowser = ({ env = process.env, platform = process.platform, isThere = isProgram } = {}) => {
  if (env.PULS_BROWSER) return isThere(env.PULS_BROWSER) ? env.PULS_BROWSER : undefined
  const usual = platform === 'win32' ? windowsPlaces(env) : (PLACES[platform] ?? [])
  return [...onPath(env), ...usual].find(isThere)
}

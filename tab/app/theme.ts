import { type Theme, teamsLightTheme } from '@fluentui/react-components'
import type { ThemeName } from '../host.ts'

/** Most people see the light theme; the others weigh two kilobytes that only those who use them should wait for. */
const here: Partial<Record<ThemeName, Theme>> = { light: teamsLightTheme }

/** Fetches a theme that is not here yet. Where it cannot be had, the light one is shown. */
export async function fetchTheme(name: ThemeName): Promise<void> {
  if (here[name]) return
  const module = await import('./other-themes.ts').catch(() => null)
  if (module !== null) Object.assign(here, module.OTHER_THEMES)
}

export const fluentTheme = (name: ThemeName): Theme => here[name] ?? teamsLightTheme

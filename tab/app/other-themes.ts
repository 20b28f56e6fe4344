import { type Theme, teamsDarkTheme, teamsHighContrastTheme } from '@fluentui/react-components'
import type { ThemeName } from '../host.ts'

export const OTHER_THEMES: Record<Exclude<ThemeName, 'light'>, Theme> = { dark: teamsDarkTheme, contrast: teamsHighContrastTheme }

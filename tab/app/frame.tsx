import { FluentProvider } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Language } from '#contract/codes.ts'
import { LOCALE } from '#contract/texts/catalogue.ts'
import type { ThemeName } from '../host.ts'
import { fluentTheme } from './theme.ts'

/**
 * Theme, language and our own colours around everything. Ours stand on an element inside Fluent's: what Fluent's
 * provider wears is worn by its menus too, and a menu must not fill the page.
 */
export function Frame({ theme, language, children }: { theme: ThemeName; language: Language; children: ReactNode }) {
  return (
    <FluentProvider theme={fluentTheme(theme)} lang={LOCALE[language]}>
      <div className="puls-root" data-theme={theme}>
        {children}
      </div>
    </FluentProvider>
  )
}

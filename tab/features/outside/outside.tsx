import type { Language } from '#contract/codes.ts'
import { LOCALE, translator } from '#contract/texts/catalogue.ts'
import { tabAdmin } from '#contract/texts/tab-admin.ts'
import { Frame } from '../../app/frame.tsx'
import { Logo } from '../../parts/icons.tsx'
import partsCss from '../../parts/parts.module.css'
import css from './outside.module.css'

/** What the page says when it is opened outside Teams: what this is, and how one gets in. Calls nothing. */
export function Outside({ language, inFrame }: { language: Language; inFrame: boolean }) {
  const say = translator(tabAdmin, language)
  const dark = window.matchMedia('(prefers-color-scheme: dark)').matches
  document.documentElement.lang = LOCALE[language]
  return (
    <Frame theme={dark ? 'dark' : 'light'} language={language}>
      <main className={css.page}>
        <Logo />
        <h1 className={css.title}>Prosjektpuls</h1>
        {inFrame && <p role="alert">{say('outside.slow')}</p>}
        <p>{say('outside.lead')}</p>
        <p>{say('outside.how')}</p>
        <p>
          <a className={`${partsCss.button} ${partsCss.primary}`} href="https://teams.microsoft.com/" rel="noreferrer">
            {say('outside.open')}
          </a>
        </p>
        <p className={css.quiet}>{say('outside.missing')}</p>
      </main>
    </Frame>
  )
}

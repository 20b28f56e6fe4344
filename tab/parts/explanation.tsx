import { explanationView } from '#contract/explanation-view.ts'
import { explanationText, outlookText, stateText } from '#contract/texts/explain.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import { useSay, useSession } from '../app/session.ts'
import { useView } from '../app/use-view.ts'
import css from './explanation.module.css'
import { Failed } from './failed.tsx'

/** Why an obligation is asked for and of whom, how its dates came about, and what comes next: sentences, fetched when asked for. */
export function Explanation({ obligationKey, today, own = true }: { obligationKey: string; today: string; own?: boolean }) {
  const { language } = useSession()
  const sayTab = useSay(tab)
  const sayForms = useSay(tabForms)
  const path = `/api/obligations/${encodeURIComponent(obligationKey)}/explanation`
  const { loaded, reload } = useView({ schema: explanationView, path })
  if (loaded.state === 'loading') return <p className={css.lines}>{sayTab('loading')}</p>
  if (loaded.state === 'failed') return <Failed fault={loaded.fault} onRetry={reload} />
  const { why, lines, state, outlook } = loaded.view
  const whyKey = `why.${why ?? ''}`
  return (
    <div className={css.lines}>
      {own && isWhy(whyKey) && <p>{sayForms(whyKey)}</p>}
      <p>{explanationText(lines, language, today)}</p>
      {state.length > 0 && <p>{stateText(state, language, today)}</p>}
      <p>{outlookText(outlook, language, today)}</p>
    </div>
  )
}

const isWhy = (key: string): key is keyof typeof tabForms & `why.${string}` => key in tabForms

import { useState } from 'react'
import type { Language } from '#contract/codes.ts'
import { formatDate, formatWeekday } from '#contract/texts/format.ts'
import { tab } from '#contract/texts/tab.ts'
import { Hidden } from '../parts/hidden.tsx'
import { Logo, MoreIcon } from '../parts/icons.tsx'
import { MenuButton } from '../parts/menu-button.tsx'
import css from './app.module.css'
import { hrefOf, type Route } from './route.ts'
import { useSay, useSession } from './session.ts'
import { isTourSeen, markTourSeen } from './tour-seen.ts'

/** Languages are named in themselves, so that one who cannot read the screen finds the way. */
const LANGUAGE_NAMES: readonly { value: Language; lang: Language; label: string }[] = [
  { value: 'nb', lang: 'nb', label: 'Bokmål' },
  { value: 'nn', lang: 'nn', label: 'Nynorsk' },
  { value: 'en', lang: 'en', label: 'English' },
]

/** The product's name, its pages, today, and the menu with language and the rarer pages. */
export function Header({ route, onLanguage }: { route: Route; onLanguage: (language: Language) => void }) {
  const { me, language } = useSession()
  const say = useSay(tab)
  const [offersTour, setOffersTour] = useState(() => !isTourSeen())
  const takeTour = () => {
    markTourSeen()
    setOffersTour(false)
  }
  const pages: { to: Route; label: string; here: boolean }[] = [
    {
      to: { name: 'portfolio' },
      label: say('nav.portfolio'),
      here: ['portfolio', 'tour', 'project', 'report', 'reports', 'plan', 'decision', 'new-project'].includes(route.name),
    },
    { to: { name: 'roadmap' }, label: say('nav.roadmap'), here: route.name === 'roadmap' },
    { to: { name: 'benefits' }, label: say('nav.benefits'), here: route.name === 'benefits' },
    { to: { name: 'tasks' }, label: say('nav.tasks'), here: route.name === 'tasks' },
  ]
  return (
    <header className={css.header}>
      <span className={css.brand}>
        <Logo />
        Prosjektpuls
      </span>
      <nav className={css.nav} aria-label={say('nav.label')}>
        <ul>
          {pages.map((page) => (
            <li key={page.to.name}>
              <a href={hrefOf(page.to)} aria-current={page.here ? 'page' : undefined}>
                {page.label}
                {page.to.name === 'tasks' && me.tasks > 0 && (
                  <>
                    <span className={css.badge} aria-hidden="true">
                      {me.tasks}
                    </span>
                    <Hidden>{say('nav.tasksCount', { n: me.tasks })}</Hidden>
                  </>
                )}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={css.end}>
        {me.today !== '' && (
          <span className={css.date}>
            {formatWeekday(me.today, language)} {formatDate(me.today, language)}
          </span>
        )}
        {offersTour && (
          <a className={css.tour} href={hrefOf({ name: 'tour' })} onClick={takeTour}>
            {say('menu.tour')}
          </a>
        )}
        <MenuButton
          label={say('nav.more')}
          className={css.more}
          groups={[{ name: 'language', label: say('menu.language'), value: language, options: LANGUAGE_NAMES }]}
          links={[
            ...(me.can.import ? [{ href: hrefOf({ name: 'new-project' }), label: say('menu.newProject') }] : []),
            ...(me.roles.includes('leader') || me.roles.includes('office')
              ? [{ href: hrefOf({ name: 'board' }), label: say('menu.board') }]
              : []),
            ...(me.can.import ? [{ href: hrefOf({ name: 'import' }), label: say('nav.import') }] : []),
            { href: hrefOf({ name: 'tour' }), label: say('menu.tour') },
            ...(me.can.manageSettings ? [{ href: hrefOf({ name: 'settings' }), label: say('menu.settings') }] : []),
            ...(me.can.import ? [{ href: hrefOf({ name: 'nudges' }), label: say('menu.nudges') }] : []),
            ...(me.can.seeFaults ? [{ href: hrefOf({ name: 'health' }), label: say('menu.health') }] : []),
          ]}
          onChoose={(_group, value) => onLanguage(value as Language)}
        >
          <MoreIcon />
        </MenuButton>
      </div>
    </header>
  )
}

import { tabAdmin } from '#contract/texts/tab-admin.ts'
import { useSay, useSession } from '../../app/session.ts'
import { PersonPicker } from '../../parts/person-picker.tsx'
import css from './admin.module.css'
import { listWords } from './list-words.ts'
import type { ImportState } from './use-import.ts'

/**
 * Who the names of the file are. A workbook often names a position, «Kommunalsjef oppvekst», and whoever stands behind no name
 * is asked for nothing: it is quicker to say it once here than in each role of each benefit afterwards.
 */
export function ImportNames({ state }: { state: ImportState }) {
  const { language } = useSession()
  const say = useSay(tabAdmin)
  if (state.names.length === 0) return null
  return (
    <section aria-labelledby="names" className={css.section}>
      <h2 id="names">{say('import.names')}</h2>
      <p className={css.quiet}>{say('import.namesNote')}</p>
      <div className={css.mapping}>
        {state.names.map(({ name, roles }) => (
          <PersonPicker
            key={name}
            name={name}
            label={name}
            hint={listWords(roles, language)}
            value={state.people[name] ?? null}
            onChange={(person) => void state.sayWho(name, person)}
          />
        ))}
      </div>
    </section>
  )
}

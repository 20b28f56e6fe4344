import { tab } from '#contract/texts/tab.ts'
import { useSay } from '../../app/session.ts'
import css from './grid.module.css'
import page from './portfolio.module.css'

const COLUMNS = ['project', 'phase', 'status', 'benefit', 'decision', 'overdue', 'reported'] as const
const ROWS = Array.from({ length: 10 }, (_, i) => i)

/** The column names at once, and rows of the true height where the projects will stand. Nothing shimmers. */
export function GridSkeleton({ rowsOnly = false }: { rowsOnly?: boolean }) {
  const say = useSay(tab)
  return (
    <div role="status" aria-label={say('loading')}>
      {!rowsOnly && (
        <div className={page.top}>
          <div className={`${page.lead} ${css.ghost} ${css.ghostLead}`} />
        </div>
      )}
      <div className={css.frame} aria-hidden="true">
        <div className={`${css.columns} ${css.head}`}>
          {COLUMNS.map((column) => (
            <div key={column} className={css[column]}>
              {say(`column.${column}`)}
            </div>
          ))}
        </div>
        {ROWS.map((i) => (
          <div key={i} className={`${css.columns} ${css.ghostRow}`}>
            {COLUMNS.map((column) => (
              <div key={column} className={css[column]}>
                <span className={css.ghost} />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}

import { useEffect, useRef } from 'react'
import type { Language } from '#contract/codes.ts'
import type { Translator } from '#contract/texts/catalogue.ts'
import { tabAdmin } from '#contract/texts/tab-admin.ts'
import type { ImportView } from '#contract/views.ts'
import { DraftsAt } from '../../app/drafts.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import { NoWayHere } from '../../parts/not-ready.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import partsCss from '../../parts/parts.module.css'
import css from './admin.module.css'
import { ImportNames } from './import-names.tsx'
import { AssumedTable, RejectedTable } from './import-tables.tsx'
import { listWords } from './list-words.ts'
import { MappingEditor } from './mapping-editor.tsx'
import { type ImportState, useImport } from './use-import.ts'

/** Brings projects in from the benefits workbook or a table: first what would happen, then, when the person says so, for real. */
export function ImportPage() {
  const say = useSay(tabAdmin)
  return (
    <DraftsAt value={{ href: hrefOf({ name: 'import' }), title: say('import.title'), restricted: false }}>
      <Import />
    </DraftsAt>
  )
}

function Import() {
  const { me } = useSession()
  const say = useSay(tabAdmin)
  const state = useImport()
  return (
    <div className={css.page}>
      <PageHeading title={say('import.title')} className={css.title} />
      {me.personId !== '' && !me.can.import ? (
        <NoWayHere>{say('import.notAllowed')}</NoWayHere>
      ) : (
        <>
          <p className={css.text}>{say('import.lead')}</p>
          <FileChooser state={state} />
          <p role="status" className={css.busy}>
            {state.busy}
          </p>
          {state.fault !== null && (
            <p className={`${partsCss.notice} ${partsCss.fault}`} role="alert">
              {state.fault}
            </p>
          )}
          {state.result !== null && <Result state={state} result={state.result} />}
        </>
      )}
    </div>
  )
}

function FileChooser({ state }: { state: ImportState }) {
  const say = useSay(tabAdmin)
  return (
    <div className={css.file}>
      <label className={`${partsCss.button} ${state.result === null ? partsCss.primary : ''} ${css.chooser}`}>
        {say(state.fileName === null ? 'import.choose' : 'import.chooseOther')}
        <input
          type="file"
          accept=".xlsx,.csv,.txt,.tsv"
          className={partsCss.hidden}
          disabled={state.busy !== null}
          onChange={(event) => {
            const file = event.target.files?.[0]
            // So that the same file, mended, can be chosen again.
            event.target.value = ''
            if (file) void state.choose(file)
          }}
        />
      </label>
      {state.fileName !== null && <span>{state.fileName}</span>}
    </div>
  )
}

const HOLDS = ['projects', 'benefits', 'actions', 'indicators', 'measurements', 'reports'] as const

/** «Fila har 1 prosjekt, 5 gevinster og 5 målinger.» Kinds it does not hold are not named. */
function holdsWords(holds: ImportView['holds'], language: Language, say: Translator<typeof tabAdmin>): string {
  const kinds = HOLDS.filter((kind) => holds[kind] > 0).map((kind) => say(`import.holds.${kind}`, { n: holds[kind] }))
  return kinds.length === 0 ? '' : say('import.holds', { list: listWords(kinds, language) })
}

function Result({ state, result }: { state: ImportState; result: ImportView }) {
  const { language } = useSession()
  const say = useSay(tabAdmin)
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new result is read from its top
  useEffect(() => heading.current?.focus(), [state.readings])
  const coming = result.imported + result.updated
  return (
    <>
      <section className={css.result} aria-labelledby="result">
        <h2 id="result" ref={heading} tabIndex={-1}>
          {say(result.dryRun ? 'import.resultDry' : 'import.resultDone')}
        </h2>
        <p>
          {say(result.kind === 'workbook' ? 'import.kindWorkbook' : 'import.kindTable')}{' '}
          {say('import.counts', {
            rows: result.rows,
            imported: result.imported,
            updated: result.updated,
            unchanged: result.unchanged,
            rejected: result.rejected.length,
          })}
        </p>
        <p>{holdsWords(result.holds, language, say)}</p>
        {result.projects.length > 0 && (
          <details className={css.details}>
            <summary>
              {say('import.projects')} ({result.projects.length})
            </summary>
            <ul>
              {result.projects.map((project) => (
                <li key={project.key}>
                  {result.dryRun ? (
                    project.title
                  ) : (
                    <a className={partsCss.link} href={hrefOf({ name: 'project', key: project.key })}>
                      {project.title}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          </details>
        )}
        {result.dryRun && result.names.length > 0 && <p>{say('import.namesWaiting', { n: result.names.length })}</p>}
        {result.dryRun ? (
          coming > 0 ? (
            <button
              type="button"
              className={`${partsCss.button} ${partsCss.primary}`}
              disabled={state.busy !== null}
              onClick={() => void state.carryOut()}
            >
              {say('import.do', { n: coming })}
            </button>
          ) : (
            <p>{say('import.nothing')}</p>
          )
        ) : (
          <a className={`${partsCss.button} ${partsCss.primary}`} href={hrefOf({ name: 'portfolio' })}>
            {say('import.seePortfolio')}
          </a>
        )}
      </section>
      {result.dryRun && <ImportNames state={state} />}
      <RejectedTable rejected={result.rejected} />
      {result.dryRun && state.mapping !== null && <MappingEditor state={state} mapping={state.mapping} result={result} />}
      <AssumedTable assumed={result.assumed} />
    </>
  )
}

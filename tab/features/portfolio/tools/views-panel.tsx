import { Button, Checkbox, Field, Input, Popover, PopoverSurface } from '@fluentui/react-components'
import { type Dispatch, type FormEvent, type RefObject, type SetStateAction, useRef, useState } from 'react'
import { type PortfolioDetails, type SavedView, savedViewsView } from '#contract/portfolio-details-view.ts'
import { VIEW_TITLE_LIMIT } from '#contract/portfolio-requests.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabPortfolio } from '#contract/texts/tab-portfolio.ts'
import type { ApiResult } from '../../../api-client.ts'
import { useDraft } from '../../../app/drafts.ts'
import { faultText, useSay, useSession } from '../../../app/session.ts'
import { CrossIcon } from '../../../parts/icons.tsx'
import partsCss from '../../../parts/parts.module.css'
import type { PortfolioMemory } from '../portfolio-page.tsx'
import { encodeView, hrefOfView } from './codec.ts'
import css from './tools.module.css'

/** The views this person may choose, as links that can be copied and sent, and a form that keeps the one on the screen. */
export function ViewsPanel(props: {
  target: RefObject<HTMLButtonElement | null>
  open: boolean
  onOpen: (open: boolean) => void
  details: PortfolioDetails
  memory: PortfolioMemory
  onMemory: Dispatch<SetStateAction<PortfolioMemory>>
  onViews: (views: readonly SavedView[]) => void
}) {
  const { api, announce } = useSession()
  const say = useSay(tabPortfolio)
  const sayTab = useSay(tab)
  const [{ title, shared }, change, , unsaved] = useDraft('view', { title: '', shared: false }, { name: say('views.save') })
  const [saving, setSaving] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const [removed, setRemoved] = useState<SavedView | null>(null)
  const { details, memory } = props
  const now = encodeView(memory)

  const settle = (answer: ApiResult<{ views: SavedView[] }>, done: string): boolean => {
    setFault(answer.ok ? null : faultText(answer.fault, sayTab))
    setRemoved(null)
    if (!answer.ok) return false
    props.onViews(answer.value.views)
    announce(done)
    return true
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const name = title.trim()
    if (name === '') return setFault(say('views.nameMissing'))
    if (saving) return
    setSaving(true)
    const answer = await api.send(savedViewsView, '/api/portfolio/views', { title: name, query: now, shared })
    setSaving(false)
    if (settle(answer, say('views.saved', { title: name }))) unsaved.startAnew()
  }
  const remove = async (view: SavedView) => {
    const answer = await api.send(savedViewsView, '/api/portfolio/views/remove', { viewKey: view.key })
    if (settle(answer, say('views.removed', { title: view.title }))) setRemoved(view)
    // What was pressed is gone; focus stays in the panel, so that Escape still closes it.
    field.current?.focus()
  }
  // One click takes away what everybody uses: one click puts it back, as it was.
  const putBack = async ({ title: name, query, shared: forAll }: SavedView) => {
    const answer = await api.send(savedViewsView, '/api/portfolio/views', { title: name, query, shared: forAll })
    settle(answer, say('views.saved', { title: name }))
    field.current?.focus()
  }
  const list = (views: readonly SavedView[], label: string, mayRemove: boolean) =>
    views.length > 0 && (
      <section aria-label={label}>
        <h2 className={css.viewsHeading}>{label}</h2>
        <ul>
          {views.map((view) => (
            <li key={view.key} className={css.view}>
              <a href={hrefOfView(view)} aria-current={view.query === now ? 'true' : undefined} onClick={() => props.onOpen(false)}>
                {view.title}
              </a>
              {mayRemove && (
                <button
                  type="button"
                  className={css.remove}
                  aria-label={say('views.remove', { title: view.title })}
                  onClick={() => void remove(view)}
                >
                  <CrossIcon />
                </button>
              )}
            </li>
          ))}
        </ul>
      </section>
    )
  return (
    <>
      {/* A click outside only closes: had it opened a project too, what the panel hides from assistive technology would stay hidden there. */}
      {props.open && <div className={css.backdrop} />}
      <Popover
        trapFocus
        open={props.open}
        mountNode={props.target.current?.closest<HTMLElement>('header, main')}
        onOpenChange={(_event, data) => props.onOpen(data.open)}
        positioning={{ target: props.target.current, position: 'below', align: 'end' }}
      >
        <PopoverSurface className={css.panel} aria-label={say('views.label')}>
          {details.views.length === 0 && <p className={css.note}>{say('views.none')}</p>}
          {list(
            details.views.filter((view) => !view.shared),
            say('views.mine'),
            true,
          )}
          {list(
            details.views.filter((view) => view.shared),
            say('views.shared'),
            details.can.share,
          )}
          {removed !== null && (
            <p className={css.note}>
              {say('views.removed', { title: removed.title })}{' '}
              <button type="button" className={`${partsCss.link} ${partsCss.inText}`} onClick={() => void putBack(removed)}>
                {say('views.putBack')}
              </button>
            </p>
          )}
          <form className={css.form} onSubmit={(event) => void save(event)}>
            <Field label={say('views.name')} validationMessage={fault ?? undefined} validationState={fault === null ? 'none' : 'error'}>
              <Input ref={field} value={title} maxLength={VIEW_TITLE_LIMIT} onChange={(_event, data) => change({ title: data.value })} />
            </Field>
            {details.can.share && (
              <Checkbox
                label={say('views.share')}
                checked={shared}
                onChange={(_event, data) => change({ shared: data.checked === true })}
              />
            )}
            <Button type="submit" appearance="primary" disabledFocusable={saving}>
              {say('views.save')}
            </Button>
          </form>
        </PopoverSurface>
      </Popover>
    </>
  )
}

import { useRef } from 'react'
import { CrossIcon, SearchIcon } from './icons.tsx'
import css from './toolbar.module.css'

/** Ways of looking at the same, as a row of tabs; arrow keys move between them. `controls` is the id of what they change. */
export function ViewTabs<V extends string>(props: {
  label: string
  controls: string
  value: V
  views: readonly { value: V; label: string }[]
  onView: (view: V) => void
}) {
  const { views, value, onView } = props
  const list = useRef<HTMLDivElement>(null)
  const step = (by: number) => {
    const at = views.findIndex((view) => view.value === value)
    const next = views[(at + by + views.length) % views.length]
    if (!next) return
    onView(next.value)
    list.current?.querySelector<HTMLElement>(`[data-view="${next.value}"]`)?.focus()
  }
  return (
    <div ref={list} role="tablist" aria-label={props.label} className={css.views}>
      {views.map((view) => (
        <button
          key={view.value}
          type="button"
          role="tab"
          data-view={view.value}
          aria-selected={view.value === value}
          aria-controls={props.controls}
          tabIndex={view.value === value ? 0 : -1}
          onClick={() => onView(view.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') step(1)
            if (event.key === 'ArrowLeft') step(-1)
          }}
        >
          {view.label}
        </button>
      ))}
    </div>
  )
}

/** A search field with a cross that empties it. */
export function SearchField(props: { label: string; clear: string; text: string; onText: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <search className={css.search}>
      <SearchIcon />
      <input
        ref={input}
        className={css.input}
        type="text"
        enterKeyHint="search"
        aria-label={props.label}
        placeholder={props.label}
        value={props.text}
        onChange={(event) => props.onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && props.text !== '') props.onText('')
        }}
      />
      {props.text !== '' && (
        <button
          type="button"
          aria-label={props.clear}
          onClick={() => {
            props.onText('')
            input.current?.focus()
          }}
        >
          <CrossIcon />
        </button>
      )}
    </search>
  )
}

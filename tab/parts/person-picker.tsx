import { Combobox, Field, Option } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { PEOPLE_QUERY_MIN, type PeopleView, peopleView } from '#contract/people.ts'
import { tabPeople } from '#contract/texts/tab-people.ts'
import type { PersonRef } from '#contract/views.ts'
import { useSay, useSession } from '../app/session.ts'

/** A person types a few letters before the search begins. */
const PAUSE_MS = 200

type Found = { state: 'idle' | 'searching' | 'failed' } | { state: 'found'; people: PeopleView['people'] }

export interface PersonPickerProps {
  /** The field's name, for the form's own finding of it. */
  name: string
  label: string
  value: PersonRef | null
  /** null when the field has been emptied: nobody. */
  onChange: (person: PersonRef | null) => void
  required?: boolean
  hint?: string | undefined
  fault?: string | undefined
}

/** Choosing a person by name among those the municipality's lists know. What is typed but not chosen is nobody. */
export function PersonPicker({ name, label, value, onChange, required = false, hint, fault }: PersonPickerProps) {
  const say = useSay(tabPeople)
  const [typed, setTyped] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const [open, setOpen] = useState(false)
  const found = useFound(typed)
  const people = found.state === 'found' ? found.people : []
  const shown = typed ?? value?.name ?? ''
  const loose = typed !== null && typed.trim() !== '' && typed !== value?.name
  const choose = (personId: string | undefined) => {
    const person = people.find((one) => one.personId === personId)
    if (person === undefined) return
    onChange(person)
    setTyped(null)
  }
  return (
    <Field label={label} required={required} hint={hint} validationMessage={fault ?? (loose && left ? say('people.notChosen') : undefined)}>
      <Combobox
        name={name}
        freeform
        inlinePopup
        open={open}
        onOpenChange={(_event, data) => setOpen(data.open)}
        clearable={!required}
        autoComplete="off"
        // There is nothing to unfold before somebody has typed, and Fluent's arrow has an English name and acts on pointer down.
        expandIcon={null}
        clearIcon={{ 'aria-label': say('people.clear') }}
        value={shown}
        placeholder={say('people.hint')}
        selectedOptions={value === null ? [] : [value.personId]}
        onInput={(event) => {
          const text = event.currentTarget.value
          setLeft(false)
          // However it was written: typed, pasted or spoken.
          setOpen(text.trim() !== '')
          setTyped(text)
          if (text.trim() === '') onChange(null)
        }}
        onOptionSelect={(event, data) => {
          if (data.optionValue === undefined) {
            // Fluent lets go of the choice at the first letter typed over it; only the cross empties the field.
            if (event.type === 'click') setTyped(null)
            return onChange(null)
          }
          choose(data.optionValue)
        }}
        onBlur={() => {
          // One name left and typed in full is a choice; anything else waits for one.
          const exact = people.find((one) => one.name.toLocaleLowerCase() === typed?.trim().toLocaleLowerCase())
          if (exact) choose(exact.personId)
          setLeft(true)
        }}
      >
        {people.map((person) => (
          <Option key={person.personId} value={person.personId} text={person.name}>
            {person.name}
          </Option>
        ))}
        {people.length === 0 && (
          <Option key="note" value="" text="" disabled>
            {say(NOTE[found.state])}
          </Option>
        )}
      </Combobox>
    </Field>
  )
}

const NOTE = { idle: 'people.hint', searching: 'people.searching', failed: 'people.failed', found: 'people.none' } as const

function useFound(typed: string | null): Found {
  const { api } = useSession()
  const [found, setFound] = useState<Found>({ state: 'idle' })
  const turn = useRef(0)
  const query = typed?.trim() ?? ''
  useEffect(() => {
    turn.current += 1
    const mine = turn.current
    if (query.length < PEOPLE_QUERY_MIN) return setFound({ state: 'idle' })
    setFound((before) => (before.state === 'found' ? before : { state: 'searching' }))
    const timer = setTimeout(async () => {
      const answer = await api.read(peopleView, `/api/people?query=${encodeURIComponent(query)}`)
      if (mine !== turn.current) return
      setFound(answer.ok ? { state: 'found', people: answer.value.people } : { state: 'failed' })
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [query, api])
  return found
}

import { reportRowName } from '#contract/codes.ts'
import type { PersonChoice } from '#contract/nudge-card-view.ts'
import { TYPED_FIELDS, type Typed, type TypedField } from '#contract/typed.ts'
import { clip, type Json, unmarked } from './parts.ts'

export interface InputOptions {
  id: string
  label: string
  value?: string | undefined
  placeholder?: string
  multiline?: boolean
  maxLength?: number
}

/** A field whose label is always shown (a placeholder is no label). */
export const textInput = ({ id, label, value, placeholder, multiline, maxLength }: InputOptions): Json => ({
  type: 'Input.Text',
  id,
  label: unmarked(label),
  ...(value && { value }),
  ...(placeholder && { placeholder }),
  ...(multiline && { isMultiline: true }),
  maxLength: maxLength ?? 500,
})

type Choice = { title: string; value: string }

export const choiceInput = (id: string, label: string, choices: readonly Choice[], value?: string): Json => ({
  type: 'Input.ChoiceSet',
  id,
  label: unmarked(label),
  style: 'compact',
  choices,
  ...(value && { value }),
})

/** The few choices all shown at once. */
export const radioInput = (id: string, label: string, choices: readonly Choice[], value?: string): Json => ({
  ...choiceInput(id, label, choices, value),
  style: 'expanded',
})

/** `min` and `max` are the first and the last day that can be chosen. */
export const dateInput = (id: string, label: string, { min, max }: { min: string; max?: string | null }, value?: string): Json => ({
  type: 'Input.Date',
  id,
  label: unmarked(label),
  min,
  ...(max && { max }),
  ...(value && { value }),
})

/**
 * A person: those named in the project, and in Teams anybody in the directory as one types. A client without that search shows
 * the list alone, and some phones show a filtered list empty: a name can always be typed in the field after it.
 */
export const personInputs = (
  n: number,
  people: readonly PersonChoice[],
  typed: Typed,
  labels: { choose: string; name: string },
): Json[] => [
  {
    ...choiceInput(
      `person_${n}`,
      labels.choose,
      people.map(({ personId, name }) => ({ title: clip(name, 80), value: personId })),
      typed.person,
    ),
    style: 'filtered',
    'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
  },
  textInput({ id: `personName_${n}`, label: labels.name, value: typed.personName, maxLength: 100 }),
]

/**
 * What had been typed in fields that the card does not show just now travels on, unseen: no press loses what stands in
 * another block. `shown` are the fields the block shows itself.
 */
export function keptInputs(n: number, typed: Typed, shown: readonly TypedField[], withRows: boolean): Json[] {
  const kept: [string, string][] = TYPED_FIELDS.flatMap((field): [string, string][] => {
    const value = typed[field]
    return value && !shown.includes(field) ? [[`${field}_${n}`, value]] : []
  })
  if (withRows) {
    for (const row of reportRowName.options) {
      const rating = typed.ratings?.[row]
      const comment = typed.comments?.[row]
      if (rating) kept.push([`rating_${n}_${row}`, rating])
      if (comment) kept.push([`comment_${n}_${row}`, comment])
    }
  }
  return kept.map(([id, value]) => ({ ...textInput({ id, label: id, value, maxLength: 4000 }), isVisible: false }))
}

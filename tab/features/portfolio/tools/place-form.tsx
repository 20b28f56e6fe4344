import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Textarea,
} from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import { tabPortfolio } from '#contract/texts/tab-portfolio.ts'
import { useDraft } from '../../../app/drafts.ts'
import { useSay } from '../../../app/session.ts'
import { DraftLine } from '../../../parts/draft-line.tsx'
import css from './tools.module.css'

/** Moves a project to a place that is typed, with a reason if there is one. A decision of the board, so it is a dialog. */
export function PlaceForm(props: {
  projectKey: string
  title: string
  /** 1 for the first; null without a place. */
  place: number | null
  /** How many places there will be. */
  all: number
  onClose: () => void
  /** null takes the project out of the order. */
  onPlace: (place: number | null, why: string) => void
}) {
  const say = useSay(tabPortfolio)
  const start = { typed: String(props.place ?? props.all), why: '' }
  const [{ typed, why }, change, , unsaved] = useDraft(`place:${props.projectKey}`, start, {
    name: say('rank.move', { title: props.title }),
  })
  const [wrong, setWrong] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const place = Number(typed.trim())
    if (!Number.isInteger(place) || place < 1 || place > props.all) return setWrong(true)
    if (place !== props.place) props.onPlace(place, why)
    props.onClose()
  }
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && props.onClose()}>
      <DialogSurface className={css.dialog}>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{say('rank.move', { title: props.title })}</DialogTitle>
            <DialogContent className={css.form}>
              <Field
                label={say('rank.toPlace')}
                validationMessage={wrong ? say('rank.placeInvalid', { all: props.all }) : undefined}
                validationState={wrong ? 'error' : 'none'}
              >
                <Input
                  value={typed}
                  inputMode="numeric"
                  className={css.placeInput}
                  onChange={(_event, data) => {
                    change({ typed: data.value })
                    setWrong(false)
                  }}
                />
              </Field>
              <Field label={say('rank.why')}>
                <Textarea value={why} maxLength={2000} onChange={(_event, data) => change({ why: data.value })} />
              </Field>
            </DialogContent>
            <DialogActions>
              <DraftLine state={unsaved} />
              {props.place !== null && (
                <Button
                  appearance="subtle"
                  onClick={() => {
                    props.onPlace(null, why)
                    props.onClose()
                  }}
                >
                  {say('rank.out')}
                </Button>
              )}
              <Button onClick={props.onClose}>{say('rank.cancel')}</Button>
              <Button type="submit" appearance="primary">
                {say('rank.do')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}

import { Field, Select, Textarea } from '@fluentui/react-components'
import type { Rating, ReportRowName } from '#contract/codes.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import { words } from '#contract/texts/words.ts'
import type { ReportView } from '#contract/views.ts'
import { useSay } from '../../app/session.ts'
import { Hidden } from '../../parts/hidden.tsx'
import { StatusMark, shapeOfRating } from '../../parts/status-mark.tsx'
import { needsComment, RATING_CHOICES } from './report-draft.ts'
import css from './report-form.module.css'
import type { ReportFormState } from './use-report-form.ts'

/** One of the eight: status and comment side by side, what stood last time as a hint. */
export function ReportRow({ row, form, last }: { row: ReportRowName; form: ReportFormState; last: ReportView['rows'][number] | null }) {
  const say = useSay(tabForms)
  const sayWords = useSay(words)
  const name = sayWords(`row.${row}`)
  const { rating, comment } = form.draft.rows[row]
  const complaint = form.complaints[row]
  const about = complaint !== undefined && rating === '' ? 'rating' : 'comment'
  const lastRating = last === null ? '' : sayWords(`rating.${last.rating}`)
  const hint =
    last === null
      ? undefined
      : last.comment === ''
        ? say('reportForm.lastWas', { rating: lastRating })
        : say('reportForm.lastSaid', { rating: lastRating, comment: last.comment.replaceAll('«', '‘').replaceAll('»', '’') })
  return (
    <div className={css.row} data-field={row}>
      <div className={css.rating}>
        <Field
          label={name}
          required={rating === ''}
          validationMessage={complaint !== undefined && about === 'rating' ? complaint : undefined}
        >
          <Select
            value={rating}
            aria-label={say('reportForm.rating', { row: name })}
            onChange={(_event, data) => form.changeRow(row, { rating: data.value as Rating | '' })}
          >
            {rating === '' && <option value="">{say('reportForm.choose')}</option>}
            {RATING_CHOICES.map((one) => (
              <option key={one} value={one}>
                {sayWords(`rating.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        <span className={css.mark}>{rating !== '' && <StatusMark shape={shapeOfRating(rating)} />}</span>
      </div>
      <Field
        label={{
          children: (
            <>
              {say('record.comment')} <Hidden>{name}</Hidden>
            </>
          ),
        }}
        required={needsComment(rating)}
        hint={hint}
        validationMessage={complaint !== undefined && about === 'comment' ? complaint : undefined}
      >
        <Textarea rows={2} value={comment} onChange={(_event, data) => form.changeRow(row, { comment: data.value })} />
      </Field>
    </div>
  )
}

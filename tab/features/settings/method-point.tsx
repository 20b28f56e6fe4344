import { Button, Checkbox, Field, Input, Select } from '@fluentui/react-components'
import type { Language } from '#contract/codes.ts'
import type { MethodValue } from '#contract/settings-view.ts'
import { checklistText } from '#contract/texts/method.ts'
import { tabSettings } from '#contract/texts/tab-settings.ts'
import { useSay, useSession } from '../../app/session.ts'
import css from './settings.module.css'

type Point = MethodValue['points'][number]

/** One decision point of the method: who decides, whether it may be passed with something missing, and the lines to tick. */
export function MethodPoint(props: {
  point: Point
  wording: Language
  onChange: (changed: Partial<Point>) => void
  onWord: (line: number, text: string) => void
  onAdd: () => void
  onRemove: (line: number) => void
}) {
  const { point, wording } = props
  const { me } = useSession()
  const say = useSay(tabSettings)
  const name = point.point.toUpperCase()
  return (
    <details className={css.point}>
      <summary>
        {name} · {say('method.lines', { n: point.checklist.length })}
      </summary>
      <div className={css.pointBody}>
        <Field label={say('method.decider')} className={css.short}>
          <Select
            value={point.decider ?? ''}
            onChange={(_event, data) => props.onChange({ decider: data.value === '' ? null : (data.value as 'projectOwner' | 'leader') })}
          >
            <option value="">{say('method.asSetting')}</option>
            <option value="projectOwner">{say('decides.option.projectOwner')}</option>
            <option value="leader">{say('decides.option.leader')}</option>
          </Select>
        </Field>
        {/* The handover stays hard whatever a municipality edits. */}
        <Checkbox
          label={say(point.point === 'bp5' ? 'method.hardAlways' : 'method.hard')}
          checked={point.hard}
          disabled={point.point === 'bp5'}
          onChange={(_event, data) => props.onChange({ hard: data.checked === true })}
        />
        <ul className={css.lines}>
          {point.checklist.map((line, at) => {
            const usual = checklistText({ rule: line.rule }, wording, me.words)
            const label = line.rule.startsWith('own-') ? say('method.ownLine') : usual
            return (
              <li key={line.rule}>
                <Field label={label}>
                  <Input
                    lang={wording}
                    value={line.title?.[wording] ?? ''}
                    placeholder={line.rule.startsWith('own-') ? undefined : usual}
                    onChange={(_event, data) => props.onWord(at, data.value)}
                  />
                </Field>
                <Button onClick={() => props.onRemove(at)} aria-label={say('method.removeLine', { line: label })}>
                  {say('remove')}
                </Button>
              </li>
            )
          })}
        </ul>
        <Button onClick={props.onAdd}>{say('method.addLine', { point: name })}</Button>
      </div>
    </details>
  )
}

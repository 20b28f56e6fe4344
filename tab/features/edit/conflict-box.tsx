import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { EditConflict } from '#contract/errors.ts'
import { formatDate, formatTime } from '#contract/texts/format.ts'
import { tabEdit } from '#contract/texts/tab-edit.ts'
import { useSay, useSession } from '../../app/session.ts'
import css from './edit.module.css'
import { useFieldWords } from './field-words.ts'

/** «Ola Hansen endret dette kl. 09:02. Vil du beholde det eller bruke ditt?», with both values of each field. */
export function ConflictBox(props: { conflict: EditConflict; today: string; saving: boolean; onKeep: () => void; onUse: () => void }) {
  const { conflict, today, saving } = props
  const { language } = useSession()
  const say = useSay(tabEdit)
  const field = useFieldWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const time = formatTime(conflict.at)
  const day = conflict.at.slice(0, 10)
  const when = day === today ? say('conflict.at', { time }) : say('conflict.on', { date: formatDate(day, language, today), time })
  return (
    <div ref={box} tabIndex={-1} className={css.conflict} role="alert">
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{say('conflict.title')}</MessageBarTitle> {say('conflict.text', { name: conflict.byName, when })}
        </MessageBarBody>
      </MessageBar>
      <table className={css.values}>
        <thead>
          <tr>
            <th scope="col">{say('conflict.field')}</th>
            <th scope="col">{say('conflict.theirs')}</th>
            <th scope="col">{say('conflict.yours')}</th>
          </tr>
        </thead>
        <tbody>
          {conflict.fields.map((one) => (
            <tr key={one.field}>
              <th scope="row">{field.label(one.field)}</th>
              <td>{field.value(one.field, one.theirs, conflict.names)}</td>
              <td>{field.value(one.field, one.yours, conflict.names)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={css.acts}>
        <Button appearance="primary" disabledFocusable={saving} onClick={props.onKeep}>
          {say('conflict.keep')}
        </Button>
        <Button disabledFocusable={saving} onClick={props.onUse}>
          {say('conflict.use')}
        </Button>
      </div>
    </div>
  )
}

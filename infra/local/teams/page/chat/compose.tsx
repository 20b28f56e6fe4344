import { Button, Textarea } from '@fluentui/react-components'
import { type KeyboardEvent, useState } from 'react'
import { SendIcon } from '../icons.tsx'
import type { Text } from '../texts.ts'

export interface ComposeProps {
  label: string
  /** What stands in the field from the beginning. */
  start: string
  hint?: string
  text: Text
  send(words: string): Promise<unknown>
}

/** Where one writes. Enter sends, Shift+Enter begins a new line; what was not delivered stays in the field. */
export const Compose = ({ label, start, hint, text, send }: ComposeProps) => {
  const [words, setWords] = useState(start)
  const [state, setState] = useState<'ready' | 'busy' | 'fault'>('ready')

  const submit = async (): Promise<void> => {
    if (words.trim() === '' || words.trim() === start.trim() || state === 'busy') return
    setState('busy')
    try {
      await send(words.trim())
      setWords(start)
      setState('ready')
    } catch {
      // Said under the field; the words are kept.
      setState('fault')
    }
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void submit()
  }

  return (
    <form
      className="compose"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Textarea
        className="compose-field"
        aria-label={label}
        placeholder={label}
        value={words}
        rows={1}
        maxLength={4000}
        onChange={(_event, { value }) => setWords(value)}
        onKeyDown={onKeyDown}
      />
      <Button type="submit" appearance="primary" icon={<SendIcon />} disabled={state === 'busy'}>
        {text('chat.send')}
      </Button>
      <p className="compose-hint" role="status">
        {state === 'fault' ? <span className="fault">{text('chat.fault')}</span> : hint}
      </p>
    </form>
  )
}

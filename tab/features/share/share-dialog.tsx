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
} from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { tabShare } from '#contract/texts/tab-share.ts'
import { useSay } from '../../app/session.ts'

/** The link, copied already where the browser lets us, and there to be copied by hand. */
export function ShareDialog({ link, onClose }: { link: string; onClose: () => void }) {
  const say = useSay(tabShare)
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<boolean | null>(null)
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => {
        setCopied(false)
        field.current?.select()
      },
    )
  // biome-ignore lint/correctness/useExhaustiveDependencies: copied once, when it is shown
  useEffect(() => void copy(), [])
  const said = copied === null ? undefined : say(copied ? 'copied' : 'notCopied')
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say('share')}</DialogTitle>
          <DialogContent>
            <p>{say('lead')}</p>
            <Field label={say('link')} validationMessage={said} validationState={copied === true ? 'success' : 'none'}>
              <Input ref={field} value={link} readOnly onFocus={(event) => event.target.select()} />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={() => void copy()}>
              {say('copy')}
            </Button>
            <Button onClick={onClose}>{say('close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

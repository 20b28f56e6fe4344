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
import type { Text } from '../texts.ts'
import { linkToPlace } from './deep-link.ts'

/** A place in the tab that is to be shared, and what the tab calls it. */
export interface Shared {
  subPageId: string
  label: string
}

/** The link to a place in the tab, as Teams shows it to be copied; here it is an address of this page, so that it can be opened anywhere. */
export const ShareDialog = (props: { shared: Shared; text: Text; openLink(url: string): void; onClose(): void }) => {
  const { shared, text } = props
  const link = linkToPlace(shared.subPageId, location.origin)
  return (
    <Dialog open onOpenChange={(_event, change) => !change.open && props.onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text('share.title', { label: shared.label })}</DialogTitle>
          <DialogContent>
            <Field label={text('share.link')} hint={text('share.hint')}>
              <Input value={link} readOnly onFocus={(event) => event.target.select()} />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button onClick={props.onClose}>{text('share.close')}</Button>
            <Button onClick={() => void navigator.clipboard.writeText(link).then(props.onClose)}>{text('share.copy')}</Button>
            <Button
              appearance="primary"
              onClick={() => {
                props.onClose()
                props.openLink(link)
              }}
            >
              {text('share.open')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

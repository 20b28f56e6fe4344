import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { ChannelView, PersonView, WorldView } from '../../../shapes.ts'
import type { TabSettings, Theme } from '../host/protocol.ts'
import { TabFrame } from '../host/tab-frame.tsx'
import type { Text } from '../texts.ts'

export interface ChannelTabDialogProps {
  open: boolean
  world: WorldView
  person: PersonView
  channel: ChannelView
  theme: Theme
  locale: string
  text: Text
  openLink(url: string): void
  onSaved(settings: TabSettings): void
  onCancel(): void
}

/** The tab's own configuration page in a dialog, as Teams shows it when a tab is added to a channel. */
export const ChannelTabDialog = ({
  open,
  world,
  person,
  channel,
  theme,
  locale,
  text,
  openLink,
  onSaved,
  onCancel,
}: ChannelTabDialogProps) => {
  const [valid, setValid] = useState(false)
  const kept = useRef<TabSettings>({})
  const save = useRef<() => void>(undefined)

  return (
    <Dialog open={open} onOpenChange={(_event, change) => !change.open && onCancel()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text('channel.addTab')}</DialogTitle>
          <DialogContent className="channel-tab-dialog">
            <TabFrame
              title={text('channel.addTab')}
              loading={text('page.loading')}
              url="/tab/?view=config"
              frame="settings"
              entityId=""
              subPageId=""
              theme={theme}
              locale={locale}
              person={person}
              tenantId={world.tenantId}
              channel={channel}
              settings={kept.current}
              text={text}
              openLink={openLink}
              navigate={() => undefined}
              validity={setValid}
              keep={(settings) => {
                kept.current = settings
              }}
              saved={(success) => success && onSaved(kept.current)}
              onSaver={(ask) => {
                save.current = ask
              }}
            />
          </DialogContent>
          <DialogActions>
            <Button onClick={onCancel}>{text('channel.cancel')}</Button>
            <Button appearance="primary" disabled={!valid} onClick={() => save.current?.()}>
              {text('channel.save')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

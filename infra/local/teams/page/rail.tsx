import { CounterBadge } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { BellIcon, ChannelsIcon, ChatIcon, PulseMark, TryIcon } from './icons.tsx'
import type { Text } from './texts.ts'

export type View = 'activity' | 'chat' | 'channels' | 'tab' | 'trial' | 'lists'

interface ItemProps {
  label: string
  current: boolean
  onPress(): void
  children: ReactNode
  count?: number
  countLabel?: string
}

const Item = ({ label, current, onPress, children, count = 0, countLabel = '' }: ItemProps) => (
  <li>
    <button type="button" className="rail-item" aria-current={current ? 'page' : undefined} onClick={onPress}>
      <span className="rail-icon">
        {children}
        {count > 0 && (
          <span className="rail-count" aria-hidden="true">
            <CounterBadge count={count} size="small" color="danger" />
          </span>
        )}
      </span>
      <span className="rail-label">{label}</span>
      {count > 0 && <span className="hidden-words">{countLabel}</span>}
    </button>
  </li>
)

/** The left rail of Teams, with only what this page has. On a narrow page it lies at the bottom. */
export const Rail = ({ view, unread, text, onView }: { view: View; unread: number; text: Text; onView(view: View): void }) => (
  <nav className="rail" aria-label={text('rail.label')}>
    <ul>
      <Item label={text('rail.activity')} current={view === 'activity'} onPress={() => onView('activity')}>
        <BellIcon />
      </Item>
      <Item
        label={text('rail.chat')}
        current={view === 'chat'}
        onPress={() => onView('chat')}
        count={unread}
        countLabel={text('rail.unread', { count: unread })}
      >
        <ChatIcon />
      </Item>
      <Item label={text('rail.channels')} current={view === 'channels'} onPress={() => onView('channels')}>
        <ChannelsIcon />
      </Item>
      <Item label={text('rail.tab')} current={view === 'tab'} onPress={() => onView('tab')}>
        <PulseMark size={24} />
      </Item>
      <Item label={text('rail.trial')} current={view === 'trial'} onPress={() => onView('trial')}>
        <TryIcon />
      </Item>
    </ul>
  </nav>
)

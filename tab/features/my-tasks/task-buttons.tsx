import { Button, Menu, MenuButton, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import type { TaskView } from '#contract/tasks-view.ts'
import { tabActs } from '#contract/texts/tab-acts.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import { useSay } from '../../app/session.ts'
import { useMediaQuery } from '../../app/use-media-query.ts'
import { MoreIcon } from '../../parts/icons.tsx'
import type { Panel } from './act-panel.tsx'
import css from './acts.module.css'

export interface TaskButtonsProps {
  task: TaskView
  title: string
  onPanel: (panel: Panel) => void
  /** Open days chosen in the menu, when no reason is asked for. */
  onSnooze: (openDays: number) => void
  /** The number cannot be had; only where a number is asked for. */
  onCannot?: (() => void) | undefined
  /** Everything behind ⋯: a task of one line has one button beside it. */
  folded?: boolean
}

/** Utsett ▾, Deleger, Får ikke målt and ⋯; on a phone the last ones move into ⋯. */
export function TaskButtons({ task, title, onPanel, onSnooze, onCannot, folded = false }: TaskButtonsProps) {
  const say = useSay(tabActs)
  const sayForms = useSay(tabForms)
  const narrow = useMediaQuery('(max-width: 639px)') || folded
  const { acts } = task
  const about = (act: string) => sayForms('tasks.about', { act, title })
  return (
    <>
      {!folded && (
        <Menu inline positioning="below-start">
          <MenuTrigger disableButtonEnhancement>
            <MenuButton aria-label={about(say('act.snooze'))}>{say('act.snooze')}</MenuButton>
          </MenuTrigger>
          <MenuPopover className={css.menu}>
            <MenuList>
              <SnoozeItems task={task} onPanel={onPanel} onSnooze={onSnooze} />
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
      {!narrow && acts.can.delegate && (
        <Button aria-label={about(say('act.delegate'))} onClick={() => onPanel('delegate')}>
          {say('act.delegate')}
        </Button>
      )}
      {!narrow && onCannot && <Button onClick={onCannot}>{sayForms('record.cannot')}</Button>}
      <Menu inline positioning="below-start">
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            size={folded ? 'small' : 'medium'}
            icon={<MoreIcon />}
            aria-label={about(say('act.more'))}
            title={say('act.more')}
          />
        </MenuTrigger>
        <MenuPopover className={css.menu}>
          <MenuList>
            {folded && <MenuItem onClick={() => onPanel('snooze')}>{say('act.snooze')}</MenuItem>}
            {narrow && acts.can.delegate && <MenuItem onClick={() => onPanel('delegate')}>{say('act.delegate')}</MenuItem>}
            {narrow && onCannot && <MenuItem onClick={onCannot}>{sayForms('record.cannot')}</MenuItem>}
            {acts.can.propose && <MenuItem onClick={() => onPanel('notRelevant')}>{say('act.notRelevant')}</MenuItem>}
            {acts.can.wrongPerson && <MenuItem onClick={() => onPanel('wrongPerson')}>{say('act.wrongPerson')}</MenuItem>}
            <MenuItem onClick={() => onPanel('why')}>{say('act.why')}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  )
}

function SnoozeItems({ task, onPanel, onSnooze }: Pick<TaskButtonsProps, 'task' | 'onPanel' | 'onSnooze'>) {
  const say = useSay(tabActs)
  const { snoozeDays, snoozeLatest, snoozeNeedsReason } = task.acts
  if (snoozeLatest === null) return <MenuItem disabled>{say('snooze.used')}</MenuItem>
  return (
    <>
      {!snoozeNeedsReason &&
        snoozeDays.map((days) => (
          <MenuItem key={days} onClick={() => onSnooze(days)}>
            {say('snooze.days', { n: days })}
          </MenuItem>
        ))}
      {!snoozeNeedsReason && <MenuDivider />}
      <MenuItem onClick={() => onPanel('snooze')}>{say('snooze.date')}</MenuItem>
    </>
  )
}

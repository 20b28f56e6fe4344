import { Menu, MenuDivider, MenuItem, MenuItemCheckbox, MenuList, MenuPopover } from '@fluentui/react-components'
import type { RefObject } from 'react'
import { tabPortfolio } from '#contract/texts/tab-portfolio.ts'
import { useSay } from '../../../app/session.ts'
import css from './tools.module.css'

/** Which columns are shown; several are chosen before it closes. `null` = the standard ones. */
export function ColumnMenu(props: {
  target: RefObject<HTMLButtonElement | null>
  open: boolean
  onOpen: (open: boolean) => void
  chosen: readonly string[]
  columns: readonly { id: string; label: string }[]
  onChosen: (chosen: readonly string[] | null) => void
}) {
  const say = useSay(tabPortfolio)
  return (
    <Menu
      open={props.open}
      mountNode={props.target.current?.closest<HTMLElement>('header, main')}
      onOpenChange={(_event, data) => props.onOpen(data.open)}
      positioning={{ target: props.target.current, position: 'below', align: 'end' }}
      checkedValues={{ columns: [...props.chosen] }}
      onCheckedValueChange={(_event, data) =>
        props.onChosen(props.columns.map(({ id }) => id).filter((id) => data.checkedItems.includes(id)))
      }
    >
      <MenuPopover className={css.popover}>
        <MenuList aria-label={say('columns.label')}>
          {props.columns.map(({ id, label }) => (
            <MenuItemCheckbox key={id} name="columns" value={id} persistOnClick>
              {label}
            </MenuItemCheckbox>
          ))}
          <MenuDivider />
          <MenuItem onClick={() => props.onChosen(null)}>{say('columns.standard')}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

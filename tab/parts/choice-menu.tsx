import {
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemLink,
  MenuItemRadio,
  MenuList,
  MenuPopover,
} from '@fluentui/react-components'
import type { RefObject } from 'react'
import type { ChoiceGroup, MenuLink } from './menu-button.tsx'

/** Fluent's menu, anchored to our own button; loaded on demand because it carries the focus and positioning machinery. */
export function ChoiceMenu(props: {
  open: boolean
  onOpen: (open: boolean) => void
  target: RefObject<HTMLButtonElement | null>
  label: string
  groups: readonly ChoiceGroup[]
  links: readonly MenuLink[]
  onChoose: (group: string, value: string) => void
}) {
  const checked = Object.fromEntries(props.groups.map((group) => [group.name, [group.value]]))
  const several = props.groups.length + props.links.length > 1
  return (
    <Menu
      open={props.open}
      mountNode={props.target.current?.closest<HTMLElement>('header, main')}
      onOpenChange={(_event, data) => props.onOpen(data.open)}
      positioning={{ target: props.target.current, position: 'below', align: 'start' }}
      checkedValues={checked}
      onCheckedValueChange={(_event, data) => {
        const value = data.checkedItems[0]
        if (value !== undefined) props.onChoose(data.name, value)
      }}
    >
      {/* Above the column names of a list, which stay in sight while one scrolls. */}
      <MenuPopover style={{ zIndex: 2 }}>
        <MenuList aria-label={props.label} aria-labelledby={undefined}>
          {props.groups.map((group) => (
            <MenuGroup key={group.name} {...(several ? {} : { 'aria-label': group.label, 'aria-labelledby': undefined })}>
              {several && <MenuGroupHeader>{group.label}</MenuGroupHeader>}
              {group.options.map((option) => (
                <MenuItemRadio key={option.value} name={group.name} value={option.value} lang={option.lang} persistOnClick={false}>
                  {option.label}
                </MenuItemRadio>
              ))}
            </MenuGroup>
          ))}
          {props.links.length > 0 && <MenuDivider />}
          {props.links.map((link) => (
            <MenuItemLink key={link.href} href={link.href} onClick={() => props.onOpen(false)}>
              {link.label}
            </MenuItemLink>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

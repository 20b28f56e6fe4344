import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { tabPortfolio } from '#contract/texts/tab-portfolio.ts'
import type { ProjectRow } from '#contract/views.ts'
import { useSay } from '../../../app/session.ts'
import type { Moves } from '../shown.ts'

/** On a card: up, down, or to a place that is typed. The place itself stands in the button. */
export function CardMove({ row, moves, seen }: { row: ProjectRow; moves: Moves; seen: readonly string[] }) {
  const say = useSay(tabPortfolio)
  const place = moves.placeOf(row.key)
  const words = place === null ? say('rank.without') : say('rank.place', { n: place, all: moves.all })
  const move = (how: Parameters<Moves['move']>[1]) => () => moves.move(row.key, how, seen)
  return (
    <Menu positioning="below-start">
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" data-move={row.key} aria-label={`${words}. ${say('rank.move', { title: row.title })}`}>
          {words}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {place === null ? (
            <MenuItem onClick={move('down')}>{say('rank.give')}</MenuItem>
          ) : (
            <>
              <MenuItem disabled={place === 1} onClick={move('up')}>
                {say('rank.up')}
              </MenuItem>
              <MenuItem disabled={place === moves.all} onClick={move('down')}>
                {say('rank.down')}
              </MenuItem>
            </>
          )}
          <MenuItem onClick={move('to')}>{say('rank.to')}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

import { tab } from '#contract/texts/tab.ts'
import { useSay } from '../app/session.ts'
import { ChevronDown } from './icons.tsx'
import { MenuButton } from './menu-button.tsx'
import css from './toolbar.module.css'

/** A chip that opens a menu of what to narrow to; `''` is everything. */
export function FilterMenu(props: {
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  onChoose: (value: string) => void
}) {
  const say = useSay(tab)
  const chosen = props.options.find((option) => option.value === props.value && option.value !== '')
  return (
    <MenuButton
      label={chosen ? `${props.label}: ${chosen.label}` : props.label}
      className={`${css.chip} ${chosen ? css.chosen : ''}`}
      groups={[
        {
          name: 'only',
          label: props.label,
          value: chosen?.value ?? '',
          options: [{ value: '', label: say('filter.all') }, ...props.options],
        },
      ]}
      onChoose={(_group, value) => props.onChoose(value)}
    >
      {chosen?.label ?? props.label}
      <ChevronDown />
    </MenuButton>
  )
}

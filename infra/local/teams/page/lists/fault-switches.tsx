import { Button, Switch } from '@fluentui/react-components'
import type { Text } from '../texts.ts'
import { fetchFaults, setFaults } from './lists-api.ts'
import { type GraphFault, isOn, others, PRESET_NAMES, turned } from './presets.ts'
import { usePolled } from './use-polled.ts'

const REFRESH_MS = 3_000

/** What can go wrong with SharePoint, to be turned on and off while the product runs. */
export const FaultSwitchesView = ({ text }: { text: Text }) => {
  const { value: faults, reload } = usePolled('faults', fetchFaults, REFRESH_MS)
  if (faults === null) return null
  const set = async (next: GraphFault[]): Promise<void> => {
    await setFaults(next)
    await reload()
  }
  const unseen = others(faults)

  return (
    <section className="faults">
      <p className="quiet">{text('faults.intro')}</p>
      <ul>
        {PRESET_NAMES.map((preset) => (
          <li key={preset}>
            <Switch checked={isOn(faults, preset)} label={text(`fault.${preset}`)} onChange={() => set(turned(faults, preset))} />
          </li>
        ))}
      </ul>
      {unseen > 0 && <p className="quiet">{text('faults.others', { count: unseen })}</p>}
      <Button disabled={faults.length === 0} onClick={() => set([])}>
        {text('faults.none')}
      </Button>
    </section>
  )
}
